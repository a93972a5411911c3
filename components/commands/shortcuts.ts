import type { commandsEn } from '@/lib/i18n/messages/commands-en';

/** Everything that can be done by a key, by name. */
export type CommandId = keyof (typeof commandsEn)['names'];

/** The single keys, in the order of the help, each with what a Chinese keyboard sends in its place. */
export const singleKeys = [
  { id: 'search', key: '/', also: ['、', '／'] },
  { id: 'filters', key: 'f', also: [] },
  { id: 'as-table', key: 't', also: [] },
  { id: 'export', key: 'd', also: [] },
  { id: 'next-row', key: 'j', also: [] },
  { id: 'previous-row', key: 'k', also: [] },
  { id: 'previous', key: '[', also: ['【'] },
  { id: 'next', key: ']', also: ['】'] },
  { id: 'save-view', key: 's', also: [] },
  { id: 'copy-link', key: 'c', also: [] },
  { id: 'help', key: '?', also: ['？'] },
] as const satisfies { id: CommandId; key: string; also: readonly string[] }[];

/** What of a key event decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'
> & {
  /** Whether AltGr is held, by which many keyboards write `[`, `]` and `/`. */
  altGraph: boolean;
};

/** Where the key was pressed. */
export type KeyPlace = {
  /** Whether letters go into a field, choose from a list, or may be meant for an open menu. */
  typing: boolean;
  dialogOpen: boolean;
  /** Whether the visitor wants single keys at all (WCAG 2.1.4). */
  singleKeysOn: boolean;
};

/** Keys that do something again and again while they are held. */
const repeating: readonly CommandId[] = ['next-row', 'previous-row'];

/**
 * What a key means: a single key only where nothing is typed, no dialog is open and no modifier is held
 * (Shift only where the mark needs it); Ctrl or ⌘ with K everywhere but in another dialog. Null = not ours. Pure.
 */
export function commandOf(press: KeyPress, place: KeyPlace): CommandId | null {
  if (press.isComposing || place.dialogOpen) return null;
  const key = press.key.toLowerCase();
  const isLetter = /^[a-z]$/.test(key);
  const withControl = press.ctrlKey !== press.metaKey && !press.altKey && !press.shiftKey;
  if (key === 'k' && withControl) return press.repeat ? null : 'palette';
  if (place.typing || !place.singleKeysOn) return null;
  if (!press.altGraph && (press.ctrlKey || press.metaKey || press.altKey)) return null;
  if (isLetter && (press.shiftKey || press.altGraph)) return null;
  const found = singleKeys.find((one) => one.key === key || one.also.some((other) => other === press.key));
  if (!found || (press.repeat && !repeating.includes(found.id))) return null;
  return found.id;
}

const textless = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;
const choosing = '[role="combobox"], [role="listbox"], [role="menu"], [role="tree"], [role="textbox"]';

/** Whether letters that are pressed at an element are meant for it. */
export function takesLetters(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element instanceof HTMLInputElement) return !textless.test(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    element.isContentEditable ||
    element.closest(choosing) !== null
  );
}
