'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { stackTotal } from '@/lib/charts/time-layout';
import type { TimeChart } from '@/lib/charts/types';
import { markAt } from './bar-hits';
import type { BarLayout } from './bar-layout';
import type { Mark, MarksState } from './bar-state';

type BarMarks = {
  chart: TimeChart;
  layout: BarLayout;
  root: RefObject<HTMLElement | null>;
  /** Extends the span that is being chosen to a bucket, gives it up (null), or opens it. */
  range: { extend: (from: number, to: number) => void; drop: () => boolean; open: () => boolean } | null;
};

/** Pointer, keyboard and focus on buckets: finds the mark at a point, shows its numbers, walks from bar to bar. */
export function useBarMarks({ chart, layout, root, range }: BarMarks) {
  const count = chart.buckets.length;
  const [pointed, setPointed] = useState<Mark | null>(null);
  const [framed, setFramed] = useState<Mark | null>(null);
  const wanted = useRef<Mark | null>(null);
  const active = useRef(0);

  const point = useCallback((mark: Mark | null) => {
    setPointed((old) => (old?.bucket === mark?.bucket && old?.code === mark?.code ? old : mark));
  }, []);

  // One bucket at a time can be reached by Tab. It is changed here and not drawn anew: there may be hundreds.
  const reach = useCallback(
    (bucket: number) => {
      active.current = Math.max(0, Math.min(chart.buckets.length - 1, bucket));
      for (const mark of root.current?.querySelectorAll<SVGElement>('[data-bucket][data-column]') ?? []) {
        const tabIndex = Number(mark.dataset.bucket) === active.current ? 0 : -1;
        if (mark.tabIndex !== tabIndex) mark.tabIndex = tabIndex;
      }
    },
    [chart, root],
  );
  useLayoutEffect(() => reach(active.current), [reach]);

  // A part has an element of its own only while it is asked for.
  useLayoutEffect(() => {
    const mark = wanted.current;
    if (!mark || mark.bucket !== framed?.bucket || mark.code !== framed.code) return;
    wanted.current = null;
    focusMark(root.current, mark);
  }, [framed, root]);

  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setFramed(null);
    point(markAt(chart, layout, event.clientX - left, event.clientY - top));
  };
  const onPointerLeave = () => point(null);

  const onFocus = (event: FocusEvent) => {
    const mark = markOf(event.target);
    if (!mark || !event.target.matches(':focus-visible')) return;
    reach(mark.bucket);
    setFramed(mark);
    point(mark);
  };
  const onBlur = () => {
    if (wanted.current) return;
    setFramed(null);
    point(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const mark = markOf(event.target);
    if (!mark || event.metaKey || event.ctrlKey || event.altKey) return;
    const walk = (next: Mark) => {
      event.preventDefault();
      if (focusMark(root.current, next)) return;
      wanted.current = next;
      setFramed(next);
      point(next);
    };
    const step = stepOf(event.key, mark.bucket, count);
    if (step !== null) {
      const bucket = Math.max(0, Math.min(count - 1, step));
      if (event.shiftKey) range?.extend(mark.bucket, bucket);
      else range?.drop();
      const hasPart = !event.shiftKey && codesIn(chart, layout, bucket).includes(mark.code);
      return walk({ bucket, code: hasPart ? mark.code : null });
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const codes = codesIn(chart, layout, mark.bucket);
      const next = codes.indexOf(mark.code) + (event.key === 'ArrowUp' ? 1 : -1);
      return walk({
        bucket: mark.bucket,
        code: codes[Math.max(0, Math.min(codes.length - 1, next))] ?? null,
      });
    }
    if (event.key === 'Enter' && range?.open()) event.preventDefault();
    else if (event.key === 'Escape' && range?.drop()) event.stopPropagation();
  };

  return {
    state: { pointed, framed } satisfies MarksState,
    handlers: { onPointerMove, onPointerLeave, onFocus, onBlur, onKeyDown },
  };
}

/** The whole bucket, then the parts that it has. */
function codesIn(chart: TimeChart, { keys }: BarLayout, index: number): (string | null)[] {
  const bucket = chart.buckets[index];
  if (!bucket || keys.length < 2) return [null];
  return [null, ...keys.flatMap(({ code }) => (stackTotal(bucket, code) > 0 ? [code] : []))];
}

/** The mark that an element belongs to. */
function markOf(target: EventTarget): Mark | null {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-bucket]') : null;
  return element ? { bucket: Number(element.dataset.bucket), code: element.dataset.code ?? null } : null;
}

/** Puts the focus on a mark that is drawn; false = it is not. */
function focusMark(root: Element | null, { bucket, code }: Mark): boolean {
  const marks = [...(root?.querySelectorAll<SVGElement>(`[data-bucket="${bucket}"]`) ?? [])];
  const found = marks.find((mark) => (mark.dataset.code ?? null) === code);
  found?.focus();
  return found !== undefined;
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
