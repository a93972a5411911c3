'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useRef,
  useState,
} from 'react';
import { screenMessages } from '@/lib/charts/screen-messages';
import { rangeAddress, stackTotal } from '@/lib/charts/time-layout';
import type { TimeChart } from '@/lib/charts/types';
import { formatRange } from '@/lib/dates/format';
import type { BarLayout } from './bar-layout';
import type { Mark, MarksState } from './bar-state';
import { useFollow } from './use-follow';

type BarMarks = { chart: TimeChart; layout: BarLayout; rangeHref: string | undefined };

/** Pointer, keyboard and focus on bars: shows numbers, walks from bar to bar, follows links, chooses spans. */
export function useBarMarks({ chart, layout, rangeHref }: BarMarks) {
  const { go, onClick: follow } = useFollow();
  const count = chart.buckets.length;
  const [wanted, setWanted] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const [pointed, setPointed] = useState<Mark | null>(null);
  const [framed, setFramed] = useState<Mark | null>(null);
  const [ends, setEnds] = useState<[number, number] | null>(null);
  const drag = useRef<{ bucket: number; x: number } | null>(null);
  const dragged = useRef(false);
  const range: MarksState['range'] = ends && [Math.min(...ends), Math.max(...ends)];

  const bucketAt = (event: PointerEvent): number | null => {
    const { left, step, width } = { ...layout.plot, step: layout.step };
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
    return x < 0 || x >= width || count === 0 ? null : Math.min(count - 1, Math.floor(x / step));
  };
  const point = useCallback((mark: Mark | null) => {
    setPointed((old) => (old?.bucket === mark?.bucket && old?.code === mark?.code ? old : mark));
  }, []);
  const openRange = () => {
    const [first, last] = [chart.buckets[range?.[0] ?? -1], chart.buckets[range?.[1] ?? -1]];
    setEnds(null);
    if (first && last && rangeHref) go(rangeAddress(rangeHref, { from: first.start, to: last.end }));
  };

  const onPointerDown = (event: PointerEvent) => {
    dragged.current = false;
    const bucket = bucketAt(event);
    if (!rangeHref || event.button !== 0 || event.pointerType === 'touch' || bucket === null) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    drag.current = { bucket, x: event.clientX };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const bucket = bucketAt(event);
    if (
      drag.current &&
      bucket !== null &&
      (dragged.current || Math.abs(event.clientX - drag.current.x) > 5)
    ) {
      if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = true;
      setEnds([drag.current.bucket, bucket]);
    }
    point(bucket === null ? null : { bucket, code: markOf(event.target)?.code ?? null });
  };
  const onPointerUp = () => {
    if (drag.current && dragged.current) openRange();
    drag.current = null;
  };
  const onPointerCancel = () => {
    drag.current = null;
    setEnds(null);
  };
  const onPointerLeave = () => {
    if (!drag.current) point(null);
  };
  const onClick = (event: MouseEvent) => {
    // The end of a drag is no click on the bar it ends at.
    if (dragged.current && event.detail > 0) {
      event.preventDefault();
      dragged.current = false;
    } else follow(event);
  };

  const onFocus = (event: FocusEvent) => {
    const mark = markOf(event.target);
    if (!mark || !event.target.matches(':focus-visible')) return;
    setWanted(mark.bucket);
    setFramed(mark);
    point(mark);
  };
  const onBlur = () => {
    setFramed(null);
    point(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const mark = markOf(event.target);
    if (!mark || event.metaKey || event.ctrlKey || event.altKey) return;
    const focus = (next: Mark) => {
      event.preventDefault();
      focusMark(event.currentTarget, next);
    };
    const step = stepOf(event.key, mark.bucket, count);
    if (step !== null) {
      const bucket = Math.max(0, Math.min(count - 1, step));
      if (event.shiftKey && rangeHref) setEnds([ends?.[0] ?? mark.bucket, bucket]);
      else setEnds(null);
      return focus({ bucket, code: event.shiftKey ? null : mark.code });
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const bucket = chart.buckets[mark.bucket];
      const codes: (string | null)[] = [
        null,
        ...chart.keys.flatMap(({ code }) => (bucket && stackTotal(bucket, code) > 0 ? [code] : [])),
      ];
      const next = codes.indexOf(mark.code) + (event.key === 'ArrowUp' ? 1 : -1);
      return focus({
        bucket: mark.bucket,
        code: codes[Math.max(0, Math.min(codes.length - 1, next))] ?? null,
      });
    }
    if (event.key === 'Enter' && range) {
      event.preventDefault();
      openRange();
    } else if (event.key === 'Escape' && ends) {
      event.stopPropagation();
      setEnds(null);
    }
  };

  return {
    active,
    state: { pointed, framed, range } satisfies MarksState,
    announcement: announce(chart, range),
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel,
      onPointerLeave,
      onClick,
      onFocus,
      onBlur,
      onKeyDown,
    },
  };
}

/** The mark that an element belongs to. */
function markOf(target: EventTarget): Mark | null {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-bucket]') : null;
  return element ? { bucket: Number(element.dataset.bucket), code: element.dataset.code ?? null } : null;
}

/** Puts the focus on a mark; on the whole bar where it has no such part. */
function focusMark(root: Element, { bucket, code }: Mark): void {
  const marks = [...root.querySelectorAll<SVGElement>(`[data-bucket="${bucket}"]`)];
  const found =
    marks.find((mark) => (mark.dataset.code ?? null) === code) ?? marks.find((mark) => !mark.dataset.code);
  found?.focus();
}

/** Which bar a key leads to; null = the key does not walk. */
function stepOf(key: string, bucket: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return bucket - 1;
    case 'ArrowRight':
      return bucket + 1;
    case 'PageUp':
      return bucket - Math.ceil(count / 10);
    case 'PageDown':
      return bucket + Math.ceil(count / 10);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** What is said while a span is being chosen. */
function announce(chart: TimeChart, range: MarksState['range']): string {
  const [first, last] = [chart.buckets[range?.[0] ?? -1], chart.buckets[range?.[1] ?? -1]];
  if (!range || !first || !last) return '';
  const { locale } = chart.frame;
  const words = screenMessages[locale];
  const total = chart.buckets.slice(range[0], range[1] + 1).reduce((sum, bucket) => sum + bucket.total, 0);
  return words.range(formatRange(first.start, last.end, locale), words.incidents(total));
}
