import type { KeyboardEvent } from 'react';

/** What stands in a row: the button that shows what is below, the link that keeps, and the one that leaves out. */
export type RowCell = 'open' | 'in' | 'out';

const cellIn = (row: Element | null | undefined, cell: RowCell) =>
  row?.querySelector<HTMLElement>(`:scope > [data-cell="${cell}"]`) ?? null;

/** The row that a row of a tree lies below. */
const rowAbove = (row: Element) =>
  row.closest('li')?.parentElement?.closest('li')?.querySelector('[data-row]');

/**
 * Arrow keys in a list of rows (`data-row`, with `data-cell` in each): up and down walk the rows, right and left
 * the parts of a row; in a tree right shows what is below, left hides it and then goes to the place above. Home
 * and End go to the first and the last row. Everything can be reached by Tab as well.
 */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const row = target.closest<HTMLElement>('[data-row]');
  const go = (to: HTMLElement | null | undefined) => {
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  const goTo = (other: HTMLElement | undefined, cell: RowCell) =>
    go(cellIn(other, cell) ?? cellIn(other, 'in'));
  if (!row) {
    if (event.key === 'ArrowDown' && target instanceof HTMLInputElement) goTo(rows[0], 'in');
    return;
  }
  const at = rows.indexOf(row);
  const cell = (target.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? 'in') as RowCell;
  if (event.key === 'ArrowDown') goTo(rows[at + 1], cell);
  else if (event.key === 'ArrowUp') {
    if (at > 0) goTo(rows[at - 1], cell);
    else go(event.currentTarget.querySelector<HTMLElement>('input'));
  } else if (event.key === 'Home') goTo(rows[0], cell);
  else if (event.key === 'End') goTo(rows.at(-1), cell);
  else if (event.key === 'ArrowRight') {
    const opener = cellIn(row, 'open');
    if (cell !== 'out' && opener?.getAttribute('aria-expanded') === 'false') {
      event.preventDefault();
      opener.click();
    } else go(cell === 'open' ? cellIn(row, 'in') : cellIn(row, 'out'));
  } else if (event.key === 'ArrowLeft') {
    const opener = cellIn(row, 'open');
    if (cell === 'out') go(cellIn(row, 'in'));
    else if (opener?.getAttribute('aria-expanded') === 'true') {
      event.preventDefault();
      opener.click();
    } else go(cellIn(rowAbove(row), 'in'));
  }
}
