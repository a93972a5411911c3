import { ink } from '../palette';
import { type Attributes, type Child, el } from './element';
import { type Block, type Pen, paragraph } from './pen';

/** One row of a list of bars. `value` sets the length; `amount` and `detail` are its words. */
export type BarRow = {
  label: string;
  value: number | null;
  amount: string;
  detail: string;
  color: string;
  faded: boolean;
  depth: 0 | 1;
  /** Whether the bar has a thin edge, for light colours. */
  edged?: boolean;
  data: Attributes;
};

/**
 * A list of bars with their labels, each with its number at its end. Labels wrap, so none is cut. `tall` is a
 * wish for the height of all rows.
 */
export function barList(pen: Pen, rows: BarRow[], width: number, tall: number): Block {
  const size = pen.size.label;
  const gap = pen.px(10);
  const numbersOf = ({ amount, detail }: BarRow) => ({
    amount: pen.width(amount, { size }),
    detail: detail === '' ? 0 : gap + pen.width(detail, { size: pen.size.small }),
  });
  const numbers = Math.max(0, ...rows.map((row) => numbersOf(row).amount + numbersOf(row).detail));
  const labelRoom = Math.max(pen.px(60), Math.min(width * 0.44, width - numbers - 2 * gap - pen.px(60)));
  const lines = rows.map((row) => {
    const indent = row.depth * pen.px(18);
    const words = paragraph(pen, row.label, {
      size,
      width: labelRoom - indent,
      leading: 1.25,
      fill: row.faded ? ink.muted : ink.text,
    });
    return { row, words, indent };
  });
  const labelWidth = Math.max(0, ...lines.map(({ words, indent }) => words.width + indent));
  const room = Math.max(0, width - labelWidth - numbers - 2 * gap);
  const most = Math.max(0, ...rows.map(({ value }) => value ?? 0));

  const least = lines.map(({ words }) => words.height + pen.px(5));
  const spare = Math.max(0, tall - least.reduce((sum, height) => sum + height, 0));
  const extra = Math.min(pen.px(24), spare / Math.max(1, rows.length));
  const heights = least.map((height) => height + extra);
  const height = heights.reduce((sum, each) => sum + each, 0);

  return {
    height,
    draw: (x, y) => {
      const zero = x + labelWidth + gap;
      let top = y;
      const drawn = lines.map(({ row, words, indent }, i): Child => {
        const middle = top + (heights[i] ?? 0) / 2;
        top += heights[i] ?? 0;
        const length = most > 0 ? ((row.value ?? 0) / most) * room : 0;
        const thickness = Math.min((heights[i] ?? 0) * 0.62, pen.px(24)) * (row.depth === 1 ? 0.72 : 1);
        const end = zero + length + gap;
        const baseline = middle + size * 0.35;
        return el(
          'g',
          row.data,
          words.draw(x + indent, middle - words.height / 2),
          length > 0
            ? el('rect', {
                x: zero,
                y: middle - thickness / 2,
                width: Math.max(1, length),
                height: thickness,
                fill: row.color,
                'fill-opacity': row.faded ? 0.35 : row.depth === 1 ? 0.7 : undefined,
                stroke: row.edged ? ink.muted : undefined,
                'stroke-width': row.edged ? 0.75 : undefined,
              })
            : null,
          pen.text(end, baseline, row.amount, { size, fill: row.faded ? ink.muted : ink.text }),
          row.detail === ''
            ? null
            : pen.text(end + numbersOf(row).amount + gap, baseline, row.detail, {
                size: pen.size.small,
                fill: ink.muted,
              }),
        );
      });
      return [
        drawn,
        rows.length === 0
          ? null
          : el('line', { x1: zero, x2: zero, y1: y, y2: top, stroke: ink.text, 'stroke-width': 1.25 }),
      ];
    },
  };
}
