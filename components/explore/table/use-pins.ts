'use client';

import { type RefObject, useLayoutEffect } from 'react';

/**
 * Keeps the first columns in place when the table is scrolled sideways: says in `--pin-0`, `--pin-1` … of the table
 * where each of them begins, and keeps room for all of them (`scroll-padding-left` of the region), so that what is
 * focused is not hidden under them. `count`: columns in place, that of the ticks among them; 0 = none. `columns`: which
 * there are, in order.
 */
export function usePins(
  region: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
  count: number,
  columns: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns have other heads
  useLayoutEffect(() => {
    const [around, element] = [region.current, table.current];
    if (!around || !element || count === 0) return;
    const place = () => {
      let left = 0;
      const heads = [...element.querySelectorAll<HTMLElement>('thead th')].slice(0, count);
      for (const [index, head] of heads.entries()) {
        element.style.setProperty(`--pin-${index}`, `${left}px`);
        left += head.offsetWidth;
      }
      around.style.scrollPaddingLeft = `${left}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    for (const head of element.querySelectorAll('thead th')) observer.observe(head);
    return () => {
      observer.disconnect();
      around.style.scrollPaddingLeft = '';
    };
  }, [region, table, count, columns]);
}
