/** Whether what is drawn next takes the place of what the user waited for, and with it the focus. */
let arriving = false;

/** Says that somebody waits for what comes next. */
export const expectArrival = (): void => {
  arriving = true;
};

/** Whether somebody waits; once it was asked, nobody does any more. */
export function takeArrival(): boolean {
  const was = arriving;
  arriving = false;
  return was;
}
