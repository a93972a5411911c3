import type { CommandId } from './shortcuts';

/** Whether an element can be seen and used. */
function isShown(element: Element): element is HTMLElement {
  return (
    element instanceof HTMLElement && element.getClientRects().length > 0 && !element.matches(':disabled')
  );
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

const shown = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);

/** Of several, the one in the card that is in use, else the first in sight, else the first. */
function nearest(elements: HTMLElement[]): HTMLElement | null {
  const inUse = elements.find((element) => element.closest('section')?.contains(document.activeElement));
  return inUse ?? elements.find(isInView) ?? elements[0] ?? null;
}

/** What can be focused in a row: the row itself, or the first link or button in it. */
function focusIn(row: HTMLElement): HTMLElement | null {
  return row.tabIndex >= 0 ? row : row.querySelector<HTMLElement>('a[href], button');
}

/** The row after or before the one in use; with none in use, the first in sight. */
function rowBeside(step: 1 | -1): HTMLElement | null {
  const rows = shown('[data-command-row]').filter((row) => focusIn(row) !== null);
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  if (current === -1) return rows.find(isInView) ?? rows[0] ?? null;
  return rows[current + step] ?? null;
}

/** The element that a command acts on; null = the command is missing on this page. */
export function targetOf(id: CommandId): HTMLElement | null {
  switch (id) {
    case 'next-row':
      return rowBeside(1);
    case 'previous-row':
      return rowBeside(-1);
    default:
      return nearest(shown(`[data-command="${id}"]`));
  }
}

/** Whether a command can be given on this page. */
export function isAvailable(id: CommandId): boolean {
  if (id === 'help' || id === 'palette' || id === 'escape') return true;
  if (id === 'next-row' || id === 'previous-row') return shown('[data-command-row]').length > 0;
  return targetOf(id) !== null;
}

/** Does what a command says. False = it is missing on this page, and the key is left alone. */
export function runOnPage(id: CommandId): boolean {
  // A record that is open beside its table is walked from anywhere on the page; at the ends there is nowhere to go.
  const step = document.querySelector<HTMLButtonElement>(`[data-record-panel] [data-command="${id}"]`);
  if (step) {
    step.click();
    return true;
  }
  const target = targetOf(id);
  if (!target) return false;
  if (id === 'next-row' || id === 'previous-row') focusIn(target)?.focus();
  else if (id === 'search' || id === 'filters') {
    target.focus();
    if (target instanceof HTMLInputElement) target.select();
  } else {
    // What opens here is closed by Esc, and Tab goes on from here.
    target.focus({ preventScroll: true });
    target.click();
  }
  return true;
}

/** The buttons of the filters that can be seen, by what they say. */
export function filterButtons(): { label: string; button: HTMLElement }[] {
  return shown('[data-command="filters"]').map((button) => ({
    label: button.textContent?.trim() ?? '',
    button,
  }));
}
