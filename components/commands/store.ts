/** What the commands have opened. */
export type Panel = 'help' | 'palette';

const key = 'daybook.single-keys';
const listeners = new Set<() => void>();
let panel: Panel | null = null;
let afterwards: (() => void) | null = null;
let early = '';

/** Calls back on every change of what is open, or of the choice about single keys; returns how to stop. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  for (const listener of listeners) listener();
}

/** What is open; null = nothing. */
export const openPanel = (): Panel | null => panel;

/** Opens the help or the palette. */
export function showPanel(wanted: Panel): void {
  panel = wanted;
  early = '';
  changed();
}

/** Closes what is open; `then` is done once the focus is back on the page. */
export function closePanel(then: (() => void) | null = null): void {
  panel = null;
  afterwards = then;
  changed();
}

/** Takes a key that was pressed before the palette, whose code is still under way, could take it. */
export function typeEarly(key: string): void {
  if (key === 'Backspace') early = early.slice(0, -1);
  else if (key.length === 1) early += key;
}

/** What was typed before the palette was there. */
export const typedEarly = (): string => early;

/** What was to be done once nothing is open any more; asked for once. */
export function takeAfterwards(): (() => void) | null {
  const then = afterwards;
  afterwards = null;
  return then;
}

/** Whether the visitor wants shortcuts of a single key (WCAG 2.1.4). Kept in this browser; on at first. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    // A browser that keeps nothing.
    return true;
  }
}

/** Switches shortcuts of a single key on or off. */
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // A browser that keeps nothing: the choice can't be taken.
  }
  changed();
}
