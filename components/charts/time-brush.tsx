'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { CivilDate } from '@/lib/dates/civil';
import { formatDay } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { classes } from '../ui/tone';
import type { Plot } from './bar-layout';
import styles from './time-brush.module.css';
import type { Edges } from './use-brush';

type TimeBrushProps = {
  plot: Plot;
  buckets: readonly { start: CivilDate; end: CivilDate }[];
  /** The place of an edge between buckets, from 0 to the width of the plot. */
  placeOf: (edge: number) => number;
  /** The span that is chosen; null = none, then only what is being dragged is shown. */
  selection: Edges | null;
  draft: Edges | null;
  /** Whether only the ends are shown: what lies between is the whole chart, or nearly. */
  isQuiet: boolean;
  /** Whether its ends can be moved here; of several charts, in one. */
  hasHandles?: boolean;
  onDraft: (edges: Edges | null) => void;
  onCommit: (edges: Edges | null, replace: boolean) => void;
  onClear: () => void;
  locale: Locale;
};

/** The chosen span over a plot, with a handle at each end for pointer and keyboard. */
export function TimeBrush(props: TimeBrushProps) {
  const { plot, buckets, placeOf, selection, draft, hasHandles = true } = props;
  const shown = draft ?? selection;
  if (!shown || buckets.length === 0) return null;
  const [from, to] = [placeOf(shown[0]), placeOf(shown[1])];
  return (
    <div
      className={styles.brush}
      style={{
        left: `${plot.left}px`,
        top: `${plot.top}px`,
        width: `${plot.width}px`,
        height: `${plot.height}px`,
      }}
      data-brush=""
    >
      <div
        className={classes(
          styles.band,
          draft !== null && styles.moving,
          props.isQuiet && draft === null && styles.quiet,
        )}
        style={{ left: `${from}px`, width: `${Math.max(0, to - from)}px` }}
      />
      {selection && hasHandles && (
        <>
          <Handle {...props} shown={shown} end={0} place={from} />
          <Handle {...props} shown={shown} end={1} place={to} />
        </>
      )}
    </div>
  );
}

type HandleProps = TimeBrushProps & { shown: Edges; end: 0 | 1; place: number };

function Handle(props: HandleProps) {
  const { buckets, placeOf, shown, draft, onDraft, onCommit, onClear, end, place, locale } = props;
  const t = timeMessages[locale].screen;
  const count = buckets.length;
  const dragging = useRef<number | null>(null);
  // What is moved by keyboard is one step in the history, however many keys it took.
  const hasMoved = useRef(false);
  const isHeld = useRef(false);
  const [least, most] = end === 0 ? [0, shown[1] - 1] : [shown[0] + 1, count];
  const value = shown[end];
  const day = end === 0 ? buckets[value]?.start : buckets[value - 1]?.end;

  const moved = (to: number): Edges => {
    const edge = Math.max(least, Math.min(most, to));
    return end === 0 ? [edge, shown[1]] : [shown[0], edge];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      // What was let go is taken, also while the page still waits for its numbers.
      if (draft && (isHeld.current || dragging.current !== null)) onDraft(null);
      else onClear();
      return;
    }
    const next = keyStep(event.key, value, count, least, most);
    if (next === null) return;
    event.preventDefault();
    isHeld.current = true;
    onDraft(moved(next));
  };
  const release = () => {
    isHeld.current = false;
    if (!draft) return;
    onCommit(draft, hasMoved.current);
    hasMoved.current = true;
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = event.clientX - place;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (dragging.current === null) return;
    event.stopPropagation();
    const next = moved(nearestEdge(event.clientX - dragging.current, count, placeOf));
    if (next.join() !== shown.join()) onDraft(next);
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (dragging.current === null) return;
    event.stopPropagation();
    dragging.current = null;
    if (draft) onCommit(draft, false);
  };
  return (
    <div
      className={classes(styles.handle, end === 0 ? styles.from : styles.to)}
      style={{ left: `${place}px` }}
      role="slider"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={end === 0 ? t.from : t.to}
      aria-valuemin={end === 0 ? 0 : 1}
      aria-valuemax={end === 0 ? count - 1 : count}
      aria-valuenow={value}
      aria-valuetext={day === undefined ? '' : formatDay(day, locale)}
      onKeyDown={onKeyDown}
      onKeyUp={release}
      onBlur={() => {
        release();
        hasMoved.current = false;
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        dragging.current = null;
        onDraft(null);
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onClear();
      }}
    />
  );
}

/** The edge between buckets that is nearest to a place. */
function nearestEdge(place: number, count: number, placeOf: (edge: number) => number): number {
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (placeOf(middle) <= place) low = middle;
    else high = middle;
  }
  return place - placeOf(low) <= placeOf(high) - place ? low : high;
}

/** Where a key leads an edge; null = the key does not move it. */
function keyStep(key: string, value: number, count: number, least: number, most: number): number | null {
  const large = Math.max(2, Math.ceil(count / 10));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return value + 1;
    case 'PageDown':
      return value - large;
    case 'PageUp':
      return value + large;
    case 'Home':
      return least;
    case 'End':
      return most;
    default:
      return null;
  }
}
