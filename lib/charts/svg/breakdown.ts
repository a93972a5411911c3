import { formatNumber } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { shareText } from '../matrix';
import { ink, typeColor } from '../palette';
import type { BreakdownChart } from '../types';
import { barList } from './bar-list';
import { type Body, compose, type SvgOptions, widths } from './frame';
import { hatches, literalColor } from './marks';
import { createPen, type Pen, paragraph } from './pen';

/** The most values that are drawn; of an open list those with the most incidents. */
const mostRows = 40;

/** Incidents by the values of one field as an SVG document: a bar a value, with its count and its share. */
export async function breakdownChartSvg(whole: BreakdownChart, options: SvgOptions = {}): Promise<string> {
  const { width, inner } = widths(options);
  const { locale } = whole.frame;
  const pen = createPen(locale, width, `breakdown ${whole.key} ${whole.frame.permalink}`);
  const { chart, left } = firstRows(whole);
  const several = chart.several && !chart.frame.notes.includes(pen.words.several);
  const number = (value: number) => formatNumber(value, locale);
  return compose({
    pen,
    frame: chart.frame,
    options,
    legend: null,
    body: chart.rows.length === 0 ? emptyBody(pen, inner) : rowsBody(pen, chart, inner),
    notes: [
      ...(several ? [pen.words.several] : []),
      ...(left.rows > 0 ? [breakdownMessages[locale].more(number(left.rows), number(left.incidents))] : []),
    ],
  });
}

/** The rows that are drawn: the first, and those apart. */
function firstRows(chart: BreakdownChart): { chart: BreakdownChart; left: BreakdownChart['more'] } {
  const own = chart.rows.filter(({ apart }) => !apart);
  const left = own.length > mostRows ? own.slice(mostRows) : [];
  const dropped = new Set(left);
  return {
    chart: { ...chart, rows: chart.rows.filter((row) => !dropped.has(row)) },
    left: {
      rows: chart.more.rows + left.length,
      incidents: chart.more.incidents + left.reduce((sum, { count }) => sum + count, 0),
    },
  };
}

function rowsBody(pen: Pen, chart: BreakdownChart, width: number): Body {
  // Where some rows are chosen the others step back; where none is, all count alike.
  const anySelected = chart.rows.some(({ selected }) => selected);
  const color = literalColor(chart.color);
  const hatch = hatches(pen, chart.rows.some(({ apart }) => apart) ? [color] : []);
  const rows = chart.rows.map((row) => ({
    label: row.excluded ? `${row.label} (${breakdownMessages[pen.locale].isOut})` : row.label,
    value: row.count,
    amount: formatNumber(row.count, pen.locale),
    detail: chart.total > 0 ? shareText(row.count / chart.total, pen.locale) : '',
    color: chart.key === 'type' ? literalColor(typeColor(row.code)) : color,
    faded: row.excluded || (anySelected && !row.selected),
    depth: row.depth,
    hatch: row.apart ? hatch.fill(color) : undefined,
    data: { 'data-row': row.code, 'data-count': String(row.count) },
  }));
  const bars = (tall: number) => barList(pen, rows, width, tall);
  return {
    least: bars(0).height,
    natural: bars(pen.px(36) * rows.length).height,
    draw: (x, y, _, height) => ({ drawn: bars(height).draw(x, y), defs: hatch.defs }),
  };
}

function emptyBody(pen: Pen, width: number): Body {
  const words = paragraph(pen, pen.words.nothing, { size: pen.size.label, fill: ink.muted, width });
  return { least: words.height, natural: words.height, draw: (x, y) => ({ drawn: words.draw(x, y) }) };
}
