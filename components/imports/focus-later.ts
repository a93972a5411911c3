/** Puts the focus on what is there once the page is drawn anew: what had it may be gone by then. */
export function focusLater(within: HTMLElement | null, selector: string): void {
  requestAnimationFrame(() => within?.querySelector<HTMLElement>(selector)?.focus());
}
