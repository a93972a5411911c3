'use client';

import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { LaneMark } from '@/lib/charts/types-time';
import { dayNumber } from '@/lib/dates/civil';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { classes } from '../ui/tone';
import { laneHeight, type Plot } from './bar-layout';
import styles from './time-lane.module.css';
import { Tooltip } from './time-tooltip';

type TimeLaneProps = {
  marks: readonly LaneMark[];
  plot: Plot;
  /** The place of the beginning of a day, from 0 to the width of the plot. */
  position: (day: number) => number;
  /** Whether marks stand in the middle of buckets, or at their own days. */
  inBuckets: boolean;
  hrefOf: (ref: string) => string;
  locale: Locale;
};

type PlacedMark = { mark: LaneMark; x: number; width: number };

/**
 * Directives as marks under the axis. A mark of one directive is a link to it; one of several opens a list. The
 * arrow keys walk through them.
 */
export function TimeLane({ marks, plot, position, inBuckets, hrefOf, locale }: TimeLaneProps) {
  const t = timeMessages[locale];
  const [shown, setShown] = useState<number | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open === null) return;
    const close = (event: globalThis.PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(null);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);

  const placed = marks.map((mark): PlacedMark => {
    const from = position(dayNumber(mark.from));
    const to = position(dayNumber(mark.to) + 1);
    return { mark, x: plot.left + (inBuckets ? (from + to) / 2 : from), width: to - from };
  });
  const walk = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Escape' && open !== null) {
      event.stopPropagation();
      setOpen(null);
      return;
    }
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: placed.length - 1 }[event.key];
    const next = to === undefined ? null : root.current?.querySelectorAll<HTMLElement>('[data-lane]')[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget))) setOpen(null);
  };
  const top = plot.top + plot.height;
  const most = Math.max(1, ...marks.map(({ count }) => count));
  const pointed = shown === null || open !== null ? undefined : placed[shown];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the focus has left its marks
    <div ref={root} onBlur={onBlur}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <svg
        className={styles.lane}
        style={{ top: `${top}px`, left: 0 }}
        width={plot.left + plot.width + 6}
        height={laneHeight}
        role="group"
        aria-label={t.screen.lane}
      >
        {placed.map(({ mark, x, width }, index) => {
          const one = mark.count === 1 ? mark.directives[0] : undefined;
          const name = nameOf(mark, locale);
          const room = Math.max(inBuckets ? Math.min(24, width) : 12, 6);
          return (
            <a
              key={`${mark.from}:${mark.to}`}
              href={one && hrefOf(one.ref)}
              data-lane=""
              tabIndex={index === 0 ? 0 : -1}
              role={one ? undefined : 'button'}
              aria-expanded={one ? undefined : open === index}
              aria-label={one ? `${name}: ${one.title}` : name}
              className={classes(styles.mark, mark.coarse === mark.count && styles.coarse)}
              onPointerEnter={() => setShown(index)}
              onPointerLeave={() => setShown(null)}
              onFocus={() => setShown(index)}
              onBlur={() => setShown(null)}
              onClick={(event) => {
                if (one) return;
                event.preventDefault();
                setOpen(open === index ? null : index);
              }}
              onKeyDown={(event) => {
                if (!one && (event.key === 'Enter' || event.key === ' ')) {
                  event.preventDefault();
                  setOpen(open === index ? null : index);
                } else walk(event, index);
              }}
            >
              <rect className={styles.reach} x={x - room / 2} y={0} width={room} height={laneHeight} />
              <path
                d={diamond(
                  x,
                  laneHeight / 2,
                  inBuckets && width < 10 ? Math.max(0.75, width / 2 - 0.5) : 4.5,
                  2.5 + 4.5 * Math.sqrt(mark.count / most),
                )}
              />
            </a>
          );
        })}
      </svg>
      {pointed && (
        <Tooltip x={pointed.x} y={top} isLeft={pointed.x > plot.left + plot.width / 2} isAbove>
          <p>
            <b>{nameOf(pointed.mark, locale)}</b>
          </p>
          {pointed.mark.directives.slice(0, 3).map(({ ref, title }) => (
            <p key={ref}>{title}</p>
          ))}
        </Tooltip>
      )}
      {open !== null && placed[open] && (
        <DirectiveList
          mark={placed[open].mark}
          x={placed[open].x}
          top={top}
          plot={plot}
          hrefOf={hrefOf}
          locale={locale}
        />
      )}
    </div>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A diamond by the halves of its sides: narrower where there is less room, higher where there are more. */
function diamond(x: number, y: number, wide: number, high: number): string {
  const [w, h] = [round(wide), round(high)];
  return `M${round(x)} ${round(y - h)}l${w} ${h}l${-w} ${h}l${-w} ${-h}z`;
}

function nameOf({ label, count, coarse }: LaneMark, locale: Locale): string {
  const t = timeMessages[locale].drawing;
  const number = (value: number) => formatNumber(value, locale);
  const name = t.laneMark(label, number(count), count === 1);
  return coarse > 0 ? `${name}, ${t.laneCoarse(number(coarse))}` : name;
}

type ListProps = {
  mark: LaneMark;
  x: number;
  top: number;
  plot: Plot;
  hrefOf: (ref: string) => string;
  locale: Locale;
};

/** The directives behind a mark of several, each a link. */
function DirectiveList({ mark, x, top, plot, hrefOf, locale }: ListProps) {
  const t = timeMessages[locale].drawing;
  const more = mark.count - mark.directives.length;
  const isLeft = x > plot.left + plot.width / 2;
  return (
    <div
      className={classes(styles.list, isLeft && styles.left)}
      style={{ left: `${x}px`, top: `${top + laneHeight}px` }}
    >
      <p className={styles.head}>{nameOf(mark, locale)}</p>
      <ul>
        {mark.directives.map(({ ref, title }) => (
          <li key={ref}>
            <a href={hrefOf(ref)}>{title}</a>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.more}>{t.laneMore(formatNumber(more, locale))}</p>}
    </div>
  );
}
