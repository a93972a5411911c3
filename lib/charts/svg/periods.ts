import { addDays } from '@/lib/dates/civil';
import { ink } from '../palette';
import { namedPeriods } from '../time-layout';
import type { PeriodMark } from '../types';
import { type Child, el } from './element';
import { type Block, type Pen, paragraph } from './pen';

type Placed = { words: Block & { width: number }; left: number; line: number; lane: number };

/** The spans of reference of a time chart: their bands and lines, and their words in lanes above it. */
export type PeriodLayer = {
  /** The height of the lanes above the plot. */
  height: number;
  /** Where its lines stand. */
  lines: number[];
  draw: (plot: { top: number; bottom: number }) => { bands: Child; labels: Child };
};

/**
 * Lays out spans of reference. `xOf` gives the place of the beginning of a day. Words that would meet stand in
 * different lanes, and no line runs through the words of another span. Of many spans with the same name, but for
 * the year, the first is named; the others are short strokes at the upper edge of the plot.
 */
export function periodLayer(
  pen: Pen,
  periods: PeriodMark[],
  extent: { left: number; right: number },
  xOf: (date: string) => number,
): PeriodLayer {
  const { left, right } = extent;
  const spans = periods
    .map((period) => ({ period, from: xOf(period.startsOn), to: xOf(addDays(period.endsOn, 1)) }))
    .filter(({ from, to }) => to > left && from < right && from <= to)
    .map(({ period, from, to }) => ({ period, from: Math.max(left, from), to: Math.min(right, to) }))
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.period.label < b.period.label ? -1 : 1));

  const isNamed = namedPeriods(spans.map(({ period }) => period));
  const named = spans.filter((_, i) => isNamed[i]);

  const gap = pen.px(10);
  const placed: Placed[] = [];
  // From the right, so that words to the left of others rise above them.
  for (const { period, from } of [...named].reverse()) {
    const words = paragraph(pen, period.label, {
      size: pen.size.small,
      width: Math.min(right - left, pen.px(300)),
    });
    const start = Math.max(left, Math.min(from + pen.px(5), right - words.width));
    const clear = (lane: number) =>
      placed.every((other) => {
        const apart =
          start + words.width + gap <= other.left || other.left + other.words.width + gap <= start;
        if (other.lane === lane) return apart;
        if (other.lane > lane) return other.line <= start - 2 || other.line >= start + words.width + 2;
        return from <= other.left - 2 || from >= other.left + other.words.width + 2;
      });
    let lane = 0;
    while (lane < placed.length && !clear(lane)) lane++;
    placed.push({ words, left: start, line: from, lane });
  }
  const lanes = Array.from({ length: Math.max(-1, ...placed.map(({ lane }) => lane)) + 1 }, (_, lane) =>
    Math.max(0, ...placed.filter((item) => item.lane === lane).map(({ words }) => words.height)),
  );
  const height = lanes.reduce((sum, lane) => sum + lane, 0) + (lanes.length > 0 ? pen.px(4) : 0);
  const below = (lane: number) => lanes.slice(0, lane).reduce((sum, size) => sum + size, 0);

  return {
    height,
    lines: named.map(({ from }) => from),
    draw: ({ top, bottom }) => ({
      bands: spans.map(({ period, from, to }, i) => {
        if (!isNamed[i]) return stroke(pen, period, from, top);
        const lane = placed[named.length - 1 - named.findIndex((one) => one.period === period)]?.lane ?? 0;
        const rise = top - below(lane) - (lanes[lane] ?? 0) - pen.px(2);
        const wide = to - from > pen.px(5);
        return el(
          'g',
          { 'data-period': period.label },
          wide
            ? el('rect', {
                x: from,
                y: top,
                width: to - from,
                height: bottom - top,
                fill: ink.accent,
                'fill-opacity': 0.07,
              })
            : null,
          el('line', {
            x1: from,
            x2: from,
            y1: rise,
            y2: bottom,
            stroke: ink.muted,
            'stroke-width': 1.25,
            'stroke-dasharray': '1.5 3.5',
            'stroke-linecap': 'round',
          }),
        );
      }),
      labels: placed.map(({ words, left: x, lane }) =>
        words.draw(x, top - pen.px(4) - below(lane) - words.height),
      ),
    }),
  };
}

/** The stroke of a span whose name stands elsewhere. */
function stroke(pen: Pen, period: PeriodMark, x: number, top: number): Child {
  return el(
    'g',
    { 'data-period': period.label },
    el('line', { x1: x, x2: x, y1: top, y2: top + pen.px(7), stroke: ink.muted, 'stroke-width': 1 }),
  );
}
