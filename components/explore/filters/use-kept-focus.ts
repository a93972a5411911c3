import { type RefObject, useEffect } from 'react';

/**
 * Keeps the focus near where it was when an act takes away what held it (a pill that is removed, a chosen place):
 * it goes to the nearest part around it that is still there and marked with `data-focus-home`, so that the keys
 * go on from there.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let homes: HTMLElement[] = [];
    let held: Element | null = null;
    const onFocus = (event: FocusEvent) => {
      held = event.target instanceof Element ? event.target : null;
      homes = [];
      for (
        let home = held?.closest<HTMLElement>('[data-focus-home]');
        home;
        home = home.parentElement?.closest<HTMLElement>('[data-focus-home]')
      )
        homes.push(home);
    };
    const onChange = () => {
      const isLost = held !== null && !held.isConnected && document.activeElement === document.body;
      if (!isLost) return;
      held = null;
      homes.find((home) => home.isConnected)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(onChange);
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', onFocus);
    };
  }, [root]);
}
