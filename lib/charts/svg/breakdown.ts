import { formatNumber } from '@/lib/i18n/locale';
import { ink } from '../palette';
import type { BreakdownChart } from '../types';
import { barList } from './bar-list';
import { type Body, compose, type SvgOptions, widths } from './frame';
import { literalColor } from './marks';
import { createPen, type Pen, paragraph } from './pen';

/** Incidents by the values of one field as an SVG document: a bar a value, with its count and its share. */
export async function breakdownChartSvg(chart: BreakdownChart, options: SvgOptions = {}): Promise<string> {
  const { width, inner } = widths(options);
  const pen = createPen(chart.frame.locale, width, `breakdown ${chart.key} ${chart.frame.permalink}`);
  const several = chart.several && !chart.frame.notes.includes(pen.words.several);
  return compose({
    pen,
    frame: chart.frame,
    options,
    legend: null,
    body: chart.rows.length === 0 ? emptyBody(pen, inner) : rowsBody(pen, chart, inner),
    notes: several ? [pen.words.several] : [],
  });
}

function rowsBody(pen: Pen, chart: BreakdownChart, width: number): Body {
  // Where some rows are chosen the others step back; where none is, all count alike.
  const anySelected = chart.rows.some(({ selected }) => selected);
  const rows = chart.rows.map((row) => ({
    label: row.label,
    value: row.count,
    amount: formatNumber(row.count, pen.locale),
    detail: chart.total > 0 ? pen.words.percent(row.count / chart.total) : '',
    color: literalColor(chart.color),
    faded: anySelected && !row.selected,
    depth: row.depth,
    data: { 'data-row': row.code, 'data-count': String(row.count) },
  }));
  const bars = (tall: number) => barList(pen, rows, width, tall);
  return {
    least: bars(0).height,
    natural: bars(pen.px(36) * rows.length).height,
    draw: (x, y, _, height) => ({ drawn: bars(height).draw(x, y) }),
  };
}

function emptyBody(pen: Pen, width: number): Body {
  const words = paragraph(pen, pen.words.nothing, { size: pen.size.label, fill: ink.muted, width });
  return { least: words.height, natural: words.height, draw: (x, y) => ({ drawn: words.draw(x, y) }) };
}
