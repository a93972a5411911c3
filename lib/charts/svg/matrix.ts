import { formatNumber } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { cellText, matrixCell, matrixPart, mostShown } from '../matrix';
import { ink } from '../palette';
import type { MatrixChart, MatrixHead } from '../types-matrix';
import { type Child, el } from './element';
import { type Body, compose, type SvgOptions, widths } from './frame';
import { edgedSign, legend } from './legend';
import { isLight, literalColor } from './marks';
import { columnHeads } from './matrix-heads';
import { type Block, column, createPen, type Pen, paragraph } from './pen';

/** Incidents by the values of two fields as an SVG document: a table whose cells are coloured by class. */
export async function matrixChartSvg(whole: MatrixChart, options: SvgOptions = {}): Promise<string> {
  const { width, inner } = widths(options);
  const { locale } = whole.frame;
  const pen = createPen(locale, width, `matrix ${whole.frame.permalink} ${whole.frame.title}`);
  const t = breakdownMessages[locale].matrix;
  const chart = matrixPart(whole, mostShown, columnsThatFit(pen, whole, inner));
  const { more: moreRows } = chart.rows;
  const { more: moreColumns } = chart.columns;
  const isEmpty = chart.rows.heads.length === 0 || chart.columns.heads.length === 0;
  return compose({
    pen,
    frame: chart.frame,
    options,
    legend: isEmpty ? null : classLegend(pen, chart, inner),
    body: isEmpty ? emptyBody(pen, inner) : tableBody(pen, chart, inner),
    notes: [
      ...(moreRows > 0 ? [t.notDrawnRows(formatNumber(moreRows, locale))] : []),
      ...(moreColumns > 0 ? [t.notDrawnColumns(formatNumber(moreColumns, locale))] : []),
    ],
  });
}

function emptyBody(pen: Pen, width: number): Body {
  const words = paragraph(pen, pen.words.nothing, { size: pen.size.label, fill: ink.muted, width });
  return { least: words.height, natural: words.height, draw: (x, y) => ({ drawn: words.draw(x, y) }) };
}

/** What the colours mean. */
function classLegend(pen: Pen, { classes, shares, frame }: MatrixChart, width: number): Block {
  const t = breakdownMessages[frame.locale].matrix;
  const words = shares === 'none' ? t.countLegend : t.shareLegend[shares];
  return column(
    [
      paragraph(pen, words, { size: pen.size.label, style: 'strong', width }),
      legend(
        pen,
        classes.map(({ label, color }) => ({ label, sign: edgedSign(literalColor(color)) })),
        width,
      ),
    ],
    pen.px(4),
  );
}

/** The room for the names of the rows. */
function labelRoom(pen: Pen, { rows }: MatrixChart, width: number): number {
  const size = pen.size.small;
  const widest = Math.max(
    0,
    ...rows.heads.map(({ label, depth }) => pen.width(label, { size }) + depth * pen.px(14)),
  );
  return Math.min(width * 0.34, Math.max(pen.px(60), widest + 1));
}

/** The room for the totals. */
function totalRoom(pen: Pen, { rows, total, frame }: MatrixChart): number {
  const look = { size: pen.size.small, style: 'strong' as const };
  const numbers = [total, ...rows.heads.map((head) => head.total)].map((n) => formatNumber(n, frame.locale));
  return Math.max(
    ...[breakdownMessages[frame.locale].matrix.total, ...numbers].map((text) => pen.width(text, look)),
  );
}

function columnsThatFit(pen: Pen, chart: MatrixChart, width: number): number {
  const room = width - labelRoom(pen, chart, width) - totalRoom(pen, chart) - 2 * pen.px(10);
  return Math.max(1, Math.min(mostShown, Math.floor(room / pen.px(38))));
}

function tableBody(pen: Pen, chart: MatrixChart, width: number): Body {
  const { rows, columns, frame } = chart;
  const t = breakdownMessages[frame.locale].matrix;
  const number = (value: number) => formatNumber(value, frame.locale);
  const size = pen.size.small;
  const gap = pen.px(10);
  const labels = labelRoom(pen, chart, width);
  const totals = totalRoom(pen, chart);
  const cell = Math.min(pen.px(120), (width - labels - totals - 2 * gap) / columns.heads.length);
  const heads = columnHeads(pen, columns.heads, cell);
  const names = rows.heads.map(({ label, depth, apart }) => {
    const indent = depth * pen.px(14);
    const fill = apart ? ink.muted : ink.text;
    return { indent, words: paragraph(pen, label, { size, width: labels - indent, leading: 1.2, fill }) };
  });
  const least = names.map(({ words }) => Math.max(pen.px(28), words.height + pen.px(8)));
  const lastHeight = pen.px(30);
  const height = heads.height + gap + least.reduce((sum, one) => sum + one, 0) + lastHeight;
  // Numbers shrink where a column is narrower than they are.
  const texts = rows.heads.flatMap((_, i) =>
    columns.heads.map((_, j) => cellText(matrixCell(chart, i, j), chart.shares, frame.locale)),
  );
  const widest = Math.max(
    ...[...texts, ...columns.heads.map(({ total }) => number(total))].map((text) =>
      pen.width(text, { size }),
    ),
  );
  const small = Math.min(size, (size * (cell - pen.px(4))) / Math.max(1, widest));

  return {
    least: height,
    natural: height,
    draw: (x, y, _, tall) => {
      const extra = Math.min(pen.px(22), Math.max(0, tall - height) / rows.heads.length);
      const left = x + labels + gap;
      const right = left + cell * columns.heads.length;
      const top = y + heads.height + gap;
      let at = top;
      const frames: Child[] = [];
      const drawn = rows.heads.map((row, i): Child => {
        const rowHeight = (least[i] ?? 0) + extra;
        const [rowTop, middle] = [at, at + rowHeight / 2];
        at += rowHeight;
        const name = names[i];
        return [
          name ? name.words.draw(x + name.indent, middle - name.words.height / 2) : null,
          columns.heads.map((column, j) => {
            const box = { x: left + j * cell, y: rowTop, width: cell, height: rowHeight };
            if (isChosen(row, column))
              frames.push(el('rect', { ...box, fill: 'none', stroke: ink.text, 'stroke-width': 2.5 }));
            return drawCell(pen, chart, i, j, box, small);
          }),
          pen.text(right + gap + totals, middle + size * 0.35, number(row.total), { size, anchor: 'end' }),
        ];
      });
      const baseline = at + lastHeight * 0.66;
      return {
        drawn: [
          heads.draw(left, y),
          pen.text(right + gap + totals, y + heads.height - size * 0.3, t.total, {
            size,
            anchor: 'end',
            style: 'strong',
          }),
          drawn,
          frames,
          el('line', {
            x1: x,
            x2: right + gap + totals,
            y1: at,
            y2: at,
            stroke: ink.text,
            'stroke-width': 1.25,
          }),
          pen.text(x, baseline, t.total, { size, style: 'strong' }),
          columns.heads.map((head, j) =>
            pen.text(left + (j + 0.5) * cell, baseline, number(head.total), {
              size: small,
              anchor: 'middle',
            }),
          ),
          pen.text(right + gap + totals, baseline, number(chart.total), {
            size,
            anchor: 'end',
            style: 'strong',
          }),
        ],
      };
    },
  };
}

const isChosen = (row: MatrixHead, column: MatrixHead) => row.state === 'in' && column.state === 'in';

function drawCell(
  pen: Pen,
  chart: MatrixChart,
  row: number,
  column: number,
  box: { x: number; y: number; width: number; height: number },
  size: number,
): Child {
  const cell = matrixCell(chart, row, column);
  const color = cell.step ? literalColor(cell.step.color) : null;
  const fill = color === null ? ink.muted : isLight(color) ? ink.text : ink.card;
  return el(
    'g',
    {
      'data-cell': `${chart.rows.heads[row]?.code}~${chart.columns.heads[column]?.code}`,
      'data-count': String(cell.count),
    },
    el('rect', { ...box, fill: color ?? ink.card, stroke: ink.line, 'stroke-width': 0.75 }),
    pen.text(
      box.x + box.width / 2,
      box.y + box.height / 2 + size * 0.35,
      cellText(cell, chart.shares, chart.frame.locale),
      { size, anchor: 'middle', fill },
    ),
  );
}
