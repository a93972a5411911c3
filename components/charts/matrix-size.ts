/** Above this number of columns the names of the columns of a matrix are written upwards. */
export const mostUpright = 9;
