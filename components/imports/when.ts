/** An instant as pages write it: day and minute, UTC. */
export const whenOf = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
