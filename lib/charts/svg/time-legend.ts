import { timeMessages } from '@/lib/i18n/messages/time';
import { chartMessages } from '../messages';
import { ink } from '../palette';
import { type Sign, signsOf } from '../time-signs';
import { dashOf } from '../time-values';
import type { TimeChart } from '../types';
import type { Calendar } from '../types-time';
import { el } from './element';
import { edgedSign, type LegendItem, legend } from './legend';
import { hatches, hatchSign, keyItem, literalColor, marker } from './marks';
import type { Block, Pen } from './pen';
import { paragraph } from './pen';
import { coverageItems } from './time-axis';
import { linePath } from './time-marks';
import { plotKeys } from './time-plot';

/** The legend of a chart over time: its series, then what hatching, gaps and signs mean. */
export function timeLegend(pen: Pen, chart: TimeChart, width: number): Block {
  const isPanels = chart.draw === 'multiples' && chart.keys.length > 1;
  const isLines = chart.draw === 'lines';
  const keys = isPanels || chart.split === null ? [] : plotKeys(chart);
  const items: LegendItem[] = [
    ...keys.map((key, order) => (isLines ? lineItem(pen, chart, key, order) : keyItem(key, null))),
    ...signsOf(chart)
      .filter(({ kind }) => kind !== 'partial')
      .map((sign) => signItem(pen, sign)),
    ...coverageItems(pen, chart.buckets),
  ];
  return legend(pen, items, width);
}

/** A line of its colour and dashes, with its mark. */
function lineItem(pen: Pen, { mean }: TimeChart, key: TimeChart['keys'][number], order: number): LegendItem {
  const color = literalColor(key.color);
  return {
    label: key.label,
    sign: (x, y, size) => [
      el('path', {
        d: linePath([
          [x, y + size / 2],
          [x + size * 1.3, y + size / 2],
        ]),
        fill: 'none',
        stroke: color,
        'stroke-width': pen.px(2.25),
        'stroke-dasharray': mean ? undefined : dashOf(order) || undefined,
      }),
      marker(order, x + size * 0.65, y + size / 2, size * 0.28, color),
    ],
  };
}

/** The sign of a legend for what stands for more than one series. */
export function signItem(pen: Pen, { kind, label }: Sign): LegendItem {
  const line = { fill: 'none', stroke: ink.text, 'stroke-width': pen.px(2) } as const;
  switch (kind) {
    case 'hatch':
      return { label, sign: hatchSign(hatches(pen, [ink.muted]).fill(ink.muted)) };
    case 'partial':
      return { label, sign: edgedSign(ink.card, '3 2.5') };
    case 'totals':
      return {
        label,
        sign: (x, y, s) =>
          el('path', {
            d: linePath([
              [x, y + s / 2],
              [x + s, y + s / 2],
            ]),
            ...line,
          }),
      };
    case 'mean':
      return {
        label,
        sign: (x, y, s) =>
          el('path', {
            d: linePath([
              [x, y + s * 0.7],
              [x + s * 0.35, y + s * 0.35],
              [x + s * 0.65, y + s * 0.55],
              [x + s, y + s * 0.2],
            ]),
            ...line,
          }),
      };
    case 'ring':
      return {
        label,
        sign: (x, y, s) =>
          el('circle', {
            cx: x + s / 2,
            cy: y + s / 2,
            r: s * 0.3,
            fill: ink.card,
            stroke: ink.text,
            'stroke-width': 1,
          }),
      };
    case 'open':
      return {
        label,
        sign: (x, y, s) =>
          el('path', {
            d: linePath(
              [
                [x + s * 0.1, y + s * 0.8],
                [x + s * 0.9, y + s * 0.8],
                [x + s / 2, y + s * 0.2],
              ],
              true,
            ),
            fill: ink.muted,
          }),
      };
    case 'burst':
      return {
        label,
        sign: (x, y, s) =>
          el('path', {
            d: linePath(
              [
                [x + s * 0.1, y + s * 0.2],
                [x + s * 0.9, y + s * 0.2],
                [x + s / 2, y + s * 0.85],
              ],
              true,
            ),
            fill: ink.text,
          }),
      };
    case 'lane':
      return {
        label,
        sign: (x, y, s) =>
          el('path', {
            d: linePath(
              [
                [x + s / 2, y],
                [x + s * 0.9, y + s / 2],
                [x + s / 2, y + s],
                [x + s * 0.1, y + s / 2],
              ],
              true,
            ),
            fill: ink.text,
          }),
      };
  }
}

/** The legend of a calendar: the classes of its colours, and blank for no data. */
export function calendarLegend(pen: Pen, { years, classes }: Calendar, width: number): Block {
  const hasGaps = years.some(({ days }) => days.includes(null));
  const heading = paragraph(pen, timeMessages[pen.locale].drawing.perDay, {
    size: pen.size.label,
    fill: ink.muted,
    width,
  });
  const items = legend(
    pen,
    [
      ...classes.map(({ color, label }): LegendItem => ({ label, sign: edgedSign(literalColor(color)) })),
      ...(hasGaps ? [{ label: chartMessages[pen.locale].noData, sign: edgedSign(ink.card, '3 2.5') }] : []),
    ],
    width,
  );
  return {
    height: heading.height + pen.px(4) + items.height,
    draw: (x, y) => [heading.draw(x, y), items.draw(x, y + heading.height + pen.px(4))],
  };
}
