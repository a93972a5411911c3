'use client';

import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { type TableColumn, usualWidths, widthLimits } from '@/lib/explore/columns';
import type { ExploreView } from '@/lib/explore/view';
import { useExplore } from '../explore-context';

type Widths = NonNullable<ExploreView['widths']>;

/** Pixels by which an arrow key changes a width; with Shift, more. */
const step = { small: 16, large: 64 };

const within = (width: number) => Math.round(Math.min(widthLimits.most, Math.max(widthLimits.least, width)));

/** The widths of the columns, and how they are changed. */
export type ColumnWidths = {
  widthOf: (column: TableColumn) => number;
  /** Whether somebody has chosen widths: then columns are just so wide, else they share the room there is. */
  exact: boolean;
  /** What the edge of a column listens to. */
  edgeOf: (column: TableColumn) => {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: (event: PointerEvent) => void;
    onPointerCancel: () => void;
    onDoubleClick: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
    onBlur: () => void;
  };
};

/**
 * Widths from the address. The first change takes over the present width of every column, so that no other moves.
 * While an edge is dragged only the screen changes; the address follows when it is let go.
 */
export function useWidths(
  given: ExploreView['widths'],
  table: RefObject<HTMLTableElement | null>,
): ColumnWidths {
  const { adjust } = useExplore();
  const [dragged, setDragged] = useState<Widths | null>(null);
  const start = useRef<{ x: number; widths: Widths } | null>(null);
  const pressed = useRef(false);
  const widths = dragged ?? given;

  const present = (): Widths => {
    const cells = table.current?.querySelectorAll<HTMLElement>('th[data-column]') ?? [];
    const shown = [...cells].map((cell) => [cell.dataset.column, within(cell.offsetWidth)]);
    return { ...given, ...Object.fromEntries(shown) };
  };
  const commit = (column: TableColumn, width: number) => {
    adjust({ widths: { ...present(), [column]: within(width) } }, { replace: pressed.current });
    pressed.current = true;
  };

  return {
    widthOf: (column) => widths?.[column] ?? usualWidths[column],
    exact: widths !== null,
    edgeOf: (column) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, widths: present() };
      },
      onPointerMove: (event) => {
        const from = start.current;
        if (!from || event.clientX === from.x) return;
        const width = within((from.widths[column] ?? usualWidths[column]) + event.clientX - from.x);
        setDragged({ ...from.widths, [column]: width });
      },
      onPointerUp: () => {
        if (dragged) adjust({ widths: dragged });
        start.current = null;
        setDragged(null);
      },
      onPointerCancel: () => {
        start.current = null;
        setDragged(null);
      },
      onDoubleClick: () => adjust({ widths: { ...present(), [column]: usualWidths[column] } }),
      onKeyDown: (event) => {
        const by = event.shiftKey ? step.large : step.small;
        const now = present()[column] ?? usualWidths[column];
        if (event.key === 'ArrowLeft') commit(column, now - by);
        else if (event.key === 'ArrowRight') commit(column, now + by);
        else if (event.key === 'Home') commit(column, usualWidths[column]);
        else return;
        event.preventDefault();
      },
      onBlur: () => {
        pressed.current = false;
      },
    }),
  };
}
