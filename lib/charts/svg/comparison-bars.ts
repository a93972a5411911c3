import { formatNumber } from '@/lib/i18n/locale';
import { compareColors, ink } from '../palette';
import type { ComparedRow, ComparisonBarsChart } from '../types-comparison';
import { sideItems } from './comparison';
import { type Child, el } from './element';
import { type Body, compose, type SvgOptions, widths } from './frame';
import { legend } from './legend';
import { type Block, createPen, type Pen, paragraph } from './pen';

/** Two selections by the values of one field as an SVG document: a pair of bars a value, with the change in words. */
export async function comparisonBarsSvg(
  chart: ComparisonBarsChart,
  options: SvgOptions = {},
): Promise<string> {
  const { width, inner } = widths(options);
  const pen = createPen(chart.frame.locale, width, `pairs ${chart.field} ${chart.frame.permalink}`);
  return compose({
    pen,
    frame: chart.frame,
    options,
    legend: legend(pen, sideItems(pen, chart.keys, false), inner),
    body: chart.rows.length === 0 ? nothingBody(pen, inner) : pairsBody(pen, chart, inner),
    notes: [],
  });
}

function nothingBody(pen: Pen, width: number): Body {
  const words = paragraph(pen, pen.words.nothing, { size: pen.size.label, fill: ink.muted, width });
  return { least: words.height, natural: words.height, draw: (x, y) => ({ drawn: words.draw(x, y) }) };
}

function pairsBody(pen: Pen, chart: ComparisonBarsChart, width: number): Body {
  const list = (tall: number) => pairList(pen, chart.rows, width, tall);
  return {
    least: list(0).height,
    natural: list(pen.px(58) * chart.rows.length).height,
    draw: (x, y, _, height) => ({ drawn: list(height).draw(x, y) }),
  };
}

/** Rows of two bars each, A over B. `tall` is a wish for the height of all rows. */
function pairList(pen: Pen, rows: readonly ComparedRow[], width: number, tall: number): Block {
  const size = pen.size.label;
  const gap = pen.px(10);
  const number = (count: number) => formatNumber(count, pen.locale);
  const textWidth = (count: number, detail: string) =>
    pen.width(number(count), { size }) +
    (detail === '' ? 0 : gap * 0.8 + pen.width(detail, { size: pen.size.small }));
  const numbers = Math.max(
    ...rows.flatMap((row) => [textWidth(row.a, row.detailA), textWidth(row.b, row.detailB)]),
  );
  const labelRoom = Math.max(pen.px(60), Math.min(width * 0.42, width - numbers - 2 * gap - pen.px(60)));
  const lines = rows.map((row) => {
    const indent = row.depth * pen.px(16);
    const look = { width: labelRoom - indent, leading: 1.25 };
    const label = paragraph(pen, row.label, { ...look, size });
    const change = paragraph(pen, row.change, { ...look, size: pen.size.small * 0.94, fill: ink.muted });
    return { row, indent, label, change, height: label.height + change.height };
  });
  const labelWidth = Math.max(
    ...lines.map(({ label, change, indent }) => Math.max(label.width, change.width) + indent),
  );
  const room = Math.max(0, width - labelWidth - numbers - 2 * gap);
  const most = Math.max(0, ...rows.flatMap(({ lengthA, lengthB }) => [lengthA, lengthB]));

  const barLine = size * 1.35;
  const least = lines.map(({ height }) => Math.max(height, 2 * barLine) + pen.px(9));
  const spare = Math.max(0, tall - least.reduce((sum, height) => sum + height, 0));
  const extra = Math.min(pen.px(18), spare / Math.max(1, rows.length));
  const heights = least.map((height) => height + extra);

  return {
    height: heights.reduce((sum, each) => sum + each, 0),
    draw: (x, y) => {
      const zero = x + labelWidth + gap;
      let top = y;
      const drawn = lines.map(({ row, indent, label, change, height }, i): Child => {
        const middle = top + (heights[i] ?? 0) / 2;
        top += heights[i] ?? 0;
        const bar = (side: 'a' | 'b', count: number, value: number, detail: string): Child => {
          const center = middle + (side === 'a' ? -0.5 : 0.5) * barLine;
          const length = most > 0 ? (value / most) * room : 0;
          const thickness = barLine * 0.74;
          const end = zero + length + gap * 0.8;
          const baseline = center + size * 0.35;
          const look =
            side === 'a'
              ? { fill: ink.card, stroke: compareColors.a, 'stroke-width': 1.5 }
              : { fill: compareColors.b };
          return [
            length > 0
              ? el('rect', {
                  x: zero,
                  y: center - thickness / 2,
                  width: Math.max(1, length),
                  height: thickness,
                  ...look,
                  'data-side': side,
                  'data-count': String(count),
                })
              : null,
            pen.text(end, baseline, number(count), { size }),
            detail === ''
              ? null
              : pen.text(end + pen.width(number(count), { size }) + gap * 0.8, baseline, detail, {
                  size: pen.size.small,
                  fill: ink.muted,
                }),
          ];
        };
        return el(
          'g',
          { 'data-row': row.code },
          label.draw(x + indent, middle - height / 2),
          change.draw(x + indent, middle - height / 2 + label.height),
          bar('a', row.a, row.lengthA, row.detailA),
          bar('b', row.b, row.lengthB, row.detailB),
        );
      });
      return [
        drawn,
        el('line', { x1: zero, x2: zero, y1: y, y2: top, stroke: ink.text, 'stroke-width': 1.25 }),
      ];
    },
  };
}
