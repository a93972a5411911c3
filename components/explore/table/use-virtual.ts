'use client';

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { pageSize } from '@/lib/explore/view';
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
  inSight: { from: number; to: number } | null;
  /** Whether the region has been scrolled down. */
  isScrolled: boolean;
  /** Brings a row into sight. */
  show: (index: number) => void;
};

/**
 * Draws of many rows of one height those of the first page, so that they are there on paper and when the page comes
 * to life, those in sight and around it, and the active one.
 */
export function useVirtual({ count, isOn, drawAll, active, density, region }: VirtualProps): VirtualRows {
  const [heights, setHeights] = useState({ row: 45, head: 34 });
  const rangeExtractor = useCallback(
    (range: Range) => {
      const first = Array.from({ length: Math.min(pageSize, range.count) }, (_, index) => index);
      const kept = active >= 0 && active < range.count ? [active] : [];
      return [...new Set([...first, ...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
    [active],
  );
  const virtualizer = useVirtualizer({
    count,
    enabled: isOn,
    getScrollElement: () => region.current,
    estimateSize: () => heights.row,
    scrollMargin: heights.head,
    scrollPaddingStart: heights.head,
    overscan,
    rangeExtractor,
    useFlushSync: false,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another density has rows of another height
  useLayoutEffect(() => {
    const row = region.current?.querySelector<HTMLElement>('tbody tr[data-ref]')?.offsetHeight;
    const head = region.current?.querySelector<HTMLElement>('thead')?.offsetHeight;
    if (row && head) setHeights((now) => (now.row === row && now.head === head ? now : { row, head }));
  }, [region, density, isOn]);
  useEffect(() => {
    if (heights.row > 0) virtualizer.measure();
  }, [virtualizer, heights]);

  const items = isOn ? virtualizer.getVirtualItems().map(({ index }) => index) : [];
  const drawn =
    items.length > 0
      ? items
      : Array.from({ length: drawAll ? count : Math.min(pageSize, count) }, (_, index) => index);
  const { range } = virtualizer;
  return {
    segments: drawAll || items.length > 0 ? segmentsOf(drawn, count) : firstRows(drawn),
    rowHeight: heights.row,
    inSight: isOn && range ? { from: range.startIndex, to: range.endIndex } : null,
    isScrolled: (virtualizer.scrollOffset ?? 0) > 0,
    show: (index) => {
      if (isOn) virtualizer.scrollToIndex(index, { align: 'auto' });
    },
  };
}

/** Before anything is known of the region there is no room for the rows that are left out. */
const firstRows = (indexes: number[]): Segment[] => indexes.map((index) => ({ kind: 'row', index }));
