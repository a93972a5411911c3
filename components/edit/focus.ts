import { fieldId } from './context';

/** Puts the focus into the control of a field, once it is drawn. */
export function focusSoon(path: string): void {
  requestAnimationFrame(() => {
    const control = document.getElementById(fieldId(path));
    const details = control?.closest('details');
    if (details) details.open = true;
    control?.focus();
  });
}

/** Gives the focus back to where it was before the form was held, unless what went wrong has it. */
export function focusAgain(element: Element | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body && element instanceof HTMLElement) element.focus();
  });
}
