'use client';

import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { CivilDate } from '@/lib/dates/civil';

/** A span of buckets: the first, and the one after the last. */
export type Edges = readonly [number, number];

/** What a chart does with a span of days that the reader has chosen, or given up. */
export type RangeActs = {
  /** Is told of the span while it is being chosen; null = it was let go or given up. */
  preview: (span: { from: CivilDate; to: CivilDate } | null) => void;
  select: (from: CivilDate, to: CivilDate, options: { replace: boolean }) => void;
  clear: () => void;
};

type Brush = {
  buckets: readonly { start: CivilDate; end: CivilDate }[];
  /** The span that the address names; null = none. */
  selection: Edges | null;
  /** The bucket at a place across the drawing; null = outside the plot. */
  bucketAt: (x: number) => number | null;
  acts: RangeActs | null;
};

/**
 * Choosing a span of buckets: by dragging over the plot, or by what moves the ends of a span (`TimeBrush`). While
 * it goes on only `draft` changes; letting go takes it into the address. A draft stays until the address has it.
 */
export function useBrush({ buckets, selection, bucketAt, acts }: Brush) {
  const [draft, setDraft] = useState<Edges | null>(null);
  const drag = useRef<{ bucket: number; x: number } | null>(null);
  const dragged = useRef(false);
  const committed = useRef<string | null>(null);

  const key = selection?.join() ?? null;
  useEffect(() => {
    const taken = committed.current;
    committed.current = null;
    setDraft((old) => (old?.join() === taken ? null : old));
    // The draft is given up when the address changes, not when it is drawn.
    void key;
  }, [key]);

  // What is being chosen is shown elsewhere too. What has been taken stays there until the address has it.
  const preview = acts?.preview;
  const isShown = useRef(false);
  const [from, to] = [buckets[draft?.[0] ?? -1]?.start, buckets[(draft?.[1] ?? 0) - 1]?.end];
  useEffect(() => {
    if (!preview || (from === undefined && !isShown.current)) return;
    isShown.current = from !== undefined;
    preview(from === undefined || to === undefined ? null : { from, to });
  }, [preview, from, to]);

  const commit = (edges: Edges | null, replace = false) => {
    const [first, last] = [buckets[edges?.[0] ?? -1], buckets[(edges?.[1] ?? 0) - 1]];
    if (!edges || !first || !last || !acts || edges.join() === key) {
      setDraft(null);
      return;
    }
    committed.current = edges.join();
    setDraft(edges);
    acts.select(first.start, last.end, { replace });
  };
  const clear = () => {
    setDraft(null);
    acts?.clear();
  };

  const onPointerDown = (event: PointerEvent) => {
    dragged.current = false;
    const { left } = event.currentTarget.getBoundingClientRect();
    const bucket = bucketAt(event.clientX - left);
    if (!acts || event.button !== 0 || event.pointerType === 'touch' || bucket === null) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('[data-brush]')) return;
    drag.current = { bucket, x: event.clientX };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    const bucket = bucketAt(event.clientX - left);
    if (bucket === null || (!dragged.current && Math.abs(event.clientX - drag.current.x) <= 5)) return;
    if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = true;
    const from = drag.current.bucket;
    setDraft([Math.min(from, bucket), Math.max(from, bucket) + 1]);
  };
  const onPointerUp = () => {
    if (drag.current && dragged.current) commit(draft);
    drag.current = null;
  };
  const onPointerCancel = () => {
    drag.current = null;
    setDraft(null);
  };
  const onClickCapture = (event: MouseEvent) => {
    // The end of a drag is no click on the bar it ends at.
    if (!dragged.current || event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
    dragged.current = false;
  };
  const onDoubleClick = () => {
    if (selection) clear();
  };
  return {
    draft,
    setDraft,
    commit,
    clear,
    isDragging: () => drag.current !== null && dragged.current,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onClickCapture, onDoubleClick },
  };
}

/** The buckets that a span of days touches; null = none. */
export function edgesOf(
  buckets: readonly { start: CivilDate; end: CivilDate }[],
  span: { from: CivilDate; to: CivilDate } | null,
): Edges | null {
  if (!span) return null;
  const first = buckets.findIndex(({ end }) => end >= span.from);
  const last = buckets.findLastIndex(({ start }) => start <= span.to);
  return first < 0 || last < first ? null : [first, last + 1];
}
