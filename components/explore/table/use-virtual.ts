'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { pageSize } from '@/lib/explore/view';
import { rowsInSight, type Sight, scrollToShow, type Window } from './row-window';
import { type Segment, segmentsOf } from './segments';

/** Rows that are drawn beyond those in sight, above and below. */
const overscan = 5;

type VirtualProps = {
  /** Rows and stand-ins in all. */
  count: number;
  /** Whether only some rows are drawn; else all are, or before the page has come to life those of the first page. */
  isOn: boolean;
  drawAll: boolean;
  /** A row that is drawn wherever it is: the one whose record is open. -1 = none. */
  active: number;
  /** Changes when rows have another height. */
  density: string;
  region: RefObject<HTMLElement | null>;
};

/** What of a long table is drawn. */
export type VirtualRows = {
  segments: Segment[];
  /** Height of a row in pixels. */
  rowHeight: number;
  /** The rows in sight; null = not known. */
  inSight: Sight | null;
  /** Whether the region has been scrolled down. */
  isScrolled: boolean;
  /** Brings a row into sight. */
  show: (index: number) => void;
};

type Seen = Sight & { isScrolled: boolean };

/**
 * Draws of many rows of one height those of the first page, so that they are there on paper and when the page comes
 * to life, those in sight and around it, and the active one.
 */
export function useVirtual({ count, isOn, drawAll, active, density, region }: VirtualProps): VirtualRows {
  const [heights, setHeights] = useState({ row: 45, head: 34 });
  const [seen, setSeen] = useState<Seen | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another density has rows of another height
  useLayoutEffect(() => {
    const row = region.current?.querySelector<HTMLElement>('tbody tr[data-ref]')?.offsetHeight;
    const head = region.current?.querySelector<HTMLElement>('thead')?.offsetHeight;
    if (row && head) setHeights((now) => (now.row === row && now.head === head ? now : { row, head }));
  }, [region, density, isOn]);

  useEffect(() => {
    const element = region.current;
    if (!element || !isOn) return;
    const look = () => {
      const { from, to } = rowsInSight(windowOf(element), heights);
      const isScrolled = element.scrollTop > 0;
      setSeen((now) =>
        now?.from === from && now.to === to && now.isScrolled === isScrolled ? now : { from, to, isScrolled },
      );
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [region, isOn, heights]);

  const show = useCallback(
    (index: number) => {
      const element = region.current;
      const top = element && isOn ? scrollToShow(windowOf(element), heights, index) : null;
      if (top !== null) element?.scrollTo({ top });
    },
    [region, isOn, heights],
  );

  const inSight = isOn ? seen : null;
  const drawn = numbers(0, drawAll ? count : pageSize);
  if (inSight) drawn.push(...numbers(inSight.from - overscan, inSight.to + overscan + 1), active);
  return {
    segments: segmentsOf(drawn, drawAll || inSight ? count : Math.min(pageSize, count)),
    rowHeight: heights.row,
    inSight: inSight && { from: inSight.from, to: Math.min(inSight.to, count - 1) },
    isScrolled: inSight?.isScrolled ?? false,
    show,
  };
}

const windowOf = ({ scrollTop, clientHeight }: HTMLElement): Window => ({
  top: scrollTop,
  height: clientHeight,
});

/** The whole numbers from `from` to before `to`. */
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
