import { formatNumber } from '@/lib/i18n/locale';
import { districtMessages } from '@/lib/i18n/messages/districts';
import { ink } from '../palette';
import { rankUnits } from '../ranks';
import type { DistrictChart } from '../types';
import { type BarRow, barList } from './bar-list';
import { districtMap, mapLegend, shownValue, unitColor, valueText } from './district-map';
import { type Body, compose, type SvgOptions, widths } from './frame';
import { scaledPath } from './path';
import { type Block, column, createPen, type Pen, paragraph } from './pen';

/** With more units than this, those without an incident are named in words instead of as empty bars. */
const manyRows = 16;

/** The most units with a bar. */
const mostRows = 30;

/** The most units without an incident that are named. */
const mostNone = 40;

/** The most places that are named in a sentence. */
const mostNamed = 12;

/** Incidents by district as an SVG document: a map on the left, ranked bars on the right. */
export async function districtChartSvg(chart: DistrictChart, options: SvgOptions = {}): Promise<string> {
  const { width, inner } = widths(options);
  const pen = createPen(chart.frame.locale, width, `district ${chart.frame.permalink} ${chart.frame.title}`);
  const drawable = chart.units.some(({ d }) => d !== null && scaledPath(d, 1, 0, 0) !== null);
  const body = drawable ? (width >= 700 ? beside : below)(pen, chart, inner) : barsOnly(pen, chart, inner);
  return compose({ pen, frame: chart.frame, options, legend: null, body, notes: [] });
}

/** Map and bars side by side. */
function beside(pen: Pen, chart: DistrictChart, width: number): Body {
  const gutter = pen.px(44);
  const mapWidth = (width - gutter) * 0.54;
  const barsWidth = width - gutter - mapWidth;
  const legend = mapLegend(pen, chart, mapWidth);
  const lines = leftOut(pen, chart, mapWidth);
  const around = legend.height + lines.height + 2 * pen.px(12);
  const bars = bothBars(pen, chart, barsWidth, 0).height;
  const tall = (mapWidth * chart.height) / chart.width;
  return {
    least: Math.max(around + pen.px(200), bars),
    natural: Math.max(around + Math.min(pen.px(560), Math.max(pen.px(300), tall)), bars),
    draw: (x, y, _, height) => {
      const room = height - around;
      const map = districtMap(pen, chart, mapWidth, Math.min(room, mapWidth * 1.4));
      const mapTop = y + legend.height + pen.px(12) + Math.max(0, room - (map?.block.height ?? 0)) / 2;
      return {
        drawn: [
          legend.draw(x, y),
          map?.block.draw(x, mapTop) ?? null,
          lines.draw(x, y + height - lines.height),
          bothBars(pen, chart, barsWidth, height).draw(x + mapWidth + gutter, y),
        ],
        defs: map?.defs,
      };
    },
  };
}

/** The map above the bars, in narrow images. */
function below(pen: Pen, chart: DistrictChart, width: number): Body {
  const legend = mapLegend(pen, chart, width);
  const lines = leftOut(pen, chart, width);
  const bars = bothBars(pen, chart, width, pen.px(30) * chart.units.length);
  const gap = pen.px(14);
  const around = legend.height + lines.height + bars.height + 3 * gap;
  const ideal = Math.min(width * 1.1, (width * chart.height) / chart.width);
  return {
    least: around + Math.min(ideal, pen.px(240)),
    natural: around + ideal,
    draw: (x, y, _, height) => {
      const map = districtMap(pen, chart, width, height - around);
      return {
        drawn: column([legend, map?.block ?? null, lines, bars], gap).draw(x, y),
        defs: map?.defs,
      };
    },
  };
}

/** The bars alone, where no boundaries are held. */
function barsOnly(pen: Pen, chart: DistrictChart, width: number): Body {
  const words = paragraph(pen, pen.words.noMap, { size: pen.size.label, fill: ink.muted, width });
  const lines = leftOut(pen, chart, width);
  const gap = pen.px(14);
  const around = words.height + lines.height + 2 * gap;
  const of = (tall: number) => bothBars(pen, chart, width, tall);
  return {
    least: around + of(0).height,
    natural: around + of(pen.px(34) * chart.units.length).height,
    draw: (x, y, _, height) => ({ drawn: column([words, of(height - around), lines], gap).draw(x, y) }),
  };
}

/** The bars, and in words the units that have none. */
function bothBars(pen: Pen, chart: DistrictChart, width: number, tall: number): Block {
  const { rows, words: sentences } = ranked(pen, chart);
  const words =
    sentences.length === 0
      ? null
      : column(
          sentences.map((text) => paragraph(pen, text, { size: pen.size.small, fill: ink.muted, width })),
          pen.px(2),
        );
  const gap = pen.px(8);
  const bars = barList(pen, rows, width, tall - (words ? words.height + gap : 0));
  return column([bars, words], gap);
}

/** What the map cannot show: incidents known only to the whole area or outside it, and units without a shape. */
function leftOut(pen: Pen, chart: DistrictChart, width: number): Block {
  const { coarse, around, between, outside, units } = chart;
  const away = outside.filter(({ count }) => count > 0);
  const shapeless = units.filter(({ d }) => d === null).map(({ name }) => name);
  const sentences = [
    ...(coarse.count > 0 ? [coarse.words] : []),
    ...(between.count > 0 ? [between.words] : []),
    ...(around.count > 0 ? [around.words] : []),
    ...(away.length > 0 ? [pen.words.outside(firstPlaces(pen, away))] : []),
    ...(shapeless.length > 0 && shapeless.length < units.length
      ? [pen.words.notOnMap(firstNames(pen, shapeless))]
      : []),
  ];
  return column(
    sentences.map((text) => paragraph(pen, text, { size: pen.size.label, width })),
    pen.px(2),
  );
}

/** The places that come first, and how many incidents there are in how many others. */
function firstPlaces(pen: Pen, places: { count: number; label: string }[]) {
  const left = places.slice(mostNamed + 1).length > 0 ? places.slice(mostNamed) : [];
  if (left.length === 0) return places;
  const count = left.reduce((sum, place) => sum + place.count, 0);
  const label = districtMessages[pen.locale].more(formatNumber(left.length, pen.locale));
  return [...places.slice(0, mostNamed), { label, count }];
}

function firstNames(pen: Pen, names: string[]): string[] {
  if (names.length <= mostNamed + 1) return names;
  const more = districtMessages[pen.locale].more(formatNumber(names.length - mostNamed, pen.locale));
  return [...names.slice(0, mostNamed), more];
}

/** The rows of the bars, from the most to the least; and in words what has none, where rows are many. */
function ranked(pen: Pen, chart: DistrictChart): { rows: BarRow[]; words: string[] } {
  const t = districtMessages[pen.locale];
  const number = (value: number) => formatNumber(value, pen.locale);
  const order = rankUnits(chart.units, chart.measure);
  const many = order.length > manyRows;
  const some = many
    ? order.filter((unit) => unit.count > 0 && shownValue(unit, chart.measure) !== null)
    : order;
  const none = many ? order.filter(({ count }) => count === 0).map(({ name }) => name) : [];
  const shown = some.length > mostRows + 1 ? some.slice(0, mostRows) : some;
  const left = some.slice(shown.length);
  const sum = left.reduce((all, { count }) => all + count, 0);
  return {
    words: [
      ...(left.length > 0 ? [t.notDrawn(number(left.length), number(sum))] : []),
      ...(none.length > mostNone
        ? [t.noneIn(number(none.length))]
        : none.length > 0
          ? [pen.words.none(none)]
          : []),
    ],
    rows: shown.map((unit) => ({
      label: unit.name,
      value: shownValue(unit, chart.measure),
      amount: valueText(pen, unit, chart),
      detail: chart.measure === 'rate' ? `n = ${number(unit.count)}` : '',
      color: unitColor(unit, chart) ?? ink.noData,
      faded: !unit.selected,
      depth: 0 as const,
      edged: true,
      data: { 'data-row': unit.code, 'data-count': String(unit.count) },
    })),
  };
}
