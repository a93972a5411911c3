import { formatNumber } from '@/lib/i18n/locale';
import { fittingMapLabels } from '../map-labels';
import { ink } from '../palette';
import { classOf, rateDigits } from '../scale';
import type { DistrictChart, DistrictUnit } from '../types';
import { type Child, el } from './element';
import { edgedSign, type LegendItem, legend } from './legend';
import { hatches, hatchSign, isLight, literalColor } from './marks';
import { scaledPath } from './path';
import { type Block, column, type Pen, paragraph } from './pen';

/** What a map shows of a unit: null where there is no rate. */
export function shownValue(unit: DistrictUnit, measure: DistrictChart['measure']): number | null {
  return measure === 'rate' ? unit.rate : unit.count;
}

/** What a map shows of a unit in words; all rates of a chart with the same decimals, those of its classes. */
export function valueText(pen: Pen, unit: DistrictUnit, chart: DistrictChart): string {
  const value = shownValue(unit, chart.measure);
  if (value === null) return '–';
  const digits =
    chart.measure === 'count' ? 0 : rateDigits(Math.max(0, ...chart.units.map(({ rate }) => rate ?? 0)));
  return value === 0 ? '0' : formatNumber(value, pen.locale, digits);
}

/** The colour of a unit; null = its rate is not known. */
export function unitColor(unit: DistrictUnit, chart: DistrictChart): string | null {
  const found = classOf(shownValue(unit, chart.measure), chart.classes);
  return found ? literalColor(found.color) : null;
}

/** The hatch of units whose rate is not known. */
const hatchColor = '#C9C3B7';
const noRate = (pen: Pen) => hatches(pen, [hatchColor]);
const hasNoRates = ({ units, measure }: DistrictChart) =>
  units.some((unit) => shownValue(unit, measure) === null);

/** What the colours of a map mean. */
export function mapLegend(pen: Pen, chart: DistrictChart, width: number): Block {
  const years = new Set(chart.units.filter(({ rate }) => rate !== null).map(({ peopleYear }) => peopleYear));
  const [year] = years;
  const words =
    chart.measure === 'count'
      ? pen.words.countOfIncidents
      : pen.words.ratePerPeople + (years.size === 1 && year ? ` (${pen.words.population(year)})` : '');
  const items: LegendItem[] = [
    ...chart.classes.map(({ label, color }) => ({ label, sign: edgedSign(literalColor(color)) })),
    ...(hasNoRates(chart)
      ? [{ label: pen.words.noRate, sign: hatchSign(noRate(pen).fill(hatchColor)) }]
      : []),
    ...(chart.units.some(({ selected }) => !selected)
      ? [{ label: pen.words.notSelected, sign: edgedSign(ink.card) }]
      : []),
  ];
  return column(
    [paragraph(pen, words, { size: pen.size.label, style: 'strong', width }), legend(pen, items, width)],
    pen.px(4),
  );
}

/** On maps of more units than this, only those with incidents are labelled. */
const mostZeros = 12;

/** On maps of more units than this, none is labelled, and the borders are thinner. */
const mostLabelled = 100;

/** The map of a chart, as large as fits into width × height, and what its fills need; null where no unit has a shape. */
export function districtMap(
  pen: Pen,
  chart: DistrictChart,
  width: number,
  height: number,
): { block: Block; defs: Child } | null {
  const scale = Math.min(width / chart.width, height / chart.height);
  if (!chart.units.some(({ d }) => d !== null) || !Number.isFinite(scale) || scale <= 0) return null;
  const block: Block = {
    height: chart.height * scale,
    draw: (x, y) => {
      const left = x + (width - chart.width * scale) / 2;
      const shapes = chart.units.flatMap((unit) => {
        const shape = unit.d === null ? null : scaledPath(unit.d, scale, left, y);
        return shape === null ? [] : [{ unit, ...shape }];
      });
      const clip = pen.id('map');
      return [
        // Parts of a unit may lie far outside the map.
        el('clipPath', { id: clip }, el('rect', { x, y, width, height: chart.height * scale })),
        el(
          'g',
          { 'clip-path': `url(#${clip})` },
          shapes.map(({ unit, d }) => shape(pen, chart, unit, d, shapes.length > mostLabelled)),
        ),
        shapes.length > mostLabelled ? null : labels(pen, chart, { left, top: y, scale, width }),
      ];
    },
  };
  return { block, defs: hasNoRates(chart) ? noRate(pen).defs : null };
}

function shape(pen: Pen, chart: DistrictChart, unit: DistrictUnit, d: string, isFine: boolean): Child {
  return el(
    'path',
    {
      d,
      fill: unitColor(unit, chart) ?? noRate(pen).fill(hatchColor),
      'fill-opacity': unit.selected ? undefined : 0.35,
      stroke: ink.muted,
      'stroke-width': isFine ? 0.4 : 0.75,
      'stroke-linejoin': 'round',
      'data-unit': unit.code,
      'data-count': String(unit.count),
    },
    el('title', {}, `${unit.name}: ${valueText(pen, unit, chart)}`),
  );
}

/** Names and numbers on the map, the largest first; what would run into another is left to the bars. */
function labels(
  pen: Pen,
  chart: DistrictChart,
  { left, top, scale, width }: { left: number; top: number; scale: number; width: number },
): Child {
  const size = pen.size.small;
  const value = (unit: DistrictUnit) => shownValue(unit, chart.measure) ?? -1;
  const choice = chart.units.some(({ selected, d }) => d !== null && !selected);
  const shown = chart.units.flatMap((unit) => (unit.d === null ? [] : [{ unit, d: unit.d }]));
  const first = shown
    .filter(({ unit }) => value(unit) > 0 || shown.length <= mostZeros)
    .sort(
      ({ unit: a }, { unit: b }) =>
        Number(b.selected) - Number(a.selected) || value(b) - value(a) || (a.code < b.code ? -1 : 1),
    );
  const placed = fittingMapLabels(
    first.map(({ unit, d }) => {
      const number = valueText(pen, unit, chart);
      return {
        texts: value(unit) < 0 ? [`${unit.name} ${number}`] : [`${unit.name} ${number}`, number],
        x: unit.labelX,
        y: unit.labelY,
        outline: { d },
        always: choice && unit.selected,
      };
    }),
    {
      width: chart.width,
      height: chart.height,
      size: size / scale,
      aside: Math.max(0, width / scale - chart.width) / 2,
      measure: (text) => pen.width(text, { size }) / scale,
    },
  );
  return first.map(({ unit }, index): Child => {
    const label = placed[index];
    if (!label) return null;
    const [x, y] = [left + unit.labelX * scale, top + unit.labelY * scale];
    const color = unitColor(unit, chart) ?? ink.noData;
    // White words only where they stay on their own dark ground.
    const dark = unit.selected && !isLight(color) && label.isInside;
    const fill = dark ? ink.card : unit.selected ? ink.text : ink.muted;
    return el(
      'g',
      { 'data-label': unit.code },
      pen.text(x, y + size * 0.35, label.text, { size, anchor: 'middle', fill }, dark ? color : ink.card),
    );
  });
}
