import { takesLetters } from '@/components/commands/shortcuts';

/** Whether something lies above the page that a key is meant for first. */
export function hasLayer(): boolean {
  return document.querySelector('dialog[open], [data-open-menu]') !== null;
}

/** Whether Esc, pressed at an element, is for something else than what is beside the table. */
export function takesEscape(element: Element | null): boolean {
  return hasLayer() || holdsText(element);
}

/** Whether an element is a field with something in it, which browsers or lists take back by Esc. */
function holdsText(element: Element | null): boolean {
  if (!takesLetters(element)) return false;
  const isEmpty =
    (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.value === '';
  return !isEmpty;
}
