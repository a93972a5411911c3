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
  /** The fill of a bar that stands apart from the others and does not set their scale. */
  hatch?: string;
  data: Attributes;
};

/**
 * A list of bars with their labels, each with its number at its end. Labels wrap, so none is cut. Rows that are
 * hatched stand a little off; where they are longer than there is room, their bars are drawn with a gap. `tall`
 * is a wish for the height of all rows.
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
  const largest = (some: BarRow[]) => Math.max(0, ...some.map(({ value }) => value ?? 0));
  const most = largest(rows.filter(({ hatch }) => hatch === undefined)) || largest(rows);
  const firstApart = rows.findIndex(({ hatch }) => hatch !== undefined);
  const off = (i: number) => (i > 0 && i === firstApart ? pen.px(12) : 0);

  const least = lines.map(({ words }, i) => words.height + pen.px(5) + off(i));
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
        const [height, value] = [(heights[i] ?? 0) - off(i), row.value ?? 0];
        const middle = top + off(i) + height / 2;
        top += heights[i] ?? 0;
        const length = most > 0 ? Math.min(1, value / most) * room : 0;
        const thickness = Math.min(height * 0.62, pen.px(24)) * (row.depth === 1 ? 0.72 : 1);
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
                fill: row.hatch ?? row.color,
                'fill-opacity': row.faded ? 0.35 : row.depth === 1 ? 0.7 : undefined,
                stroke: row.edged ? ink.muted : undefined,
                'stroke-width': row.edged ? 0.75 : undefined,
              })
            : null,
          value > most ? cut(pen, zero + length * 0.88, middle, thickness) : null,
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

/** The gap in a bar that goes on beyond the room there is. */
function cut(pen: Pen, x: number, middle: number, thickness: number): Child {
  const [wide, slant, tall] = [pen.px(5), thickness * 0.3, thickness / 2 + 1];
  const corners = [
    [x + slant, middle - tall],
    [x + slant + wide, middle - tall],
    [x - slant + wide, middle + tall],
    [x - slant, middle + tall],
  ];
  return el('polygon', {
    points: corners.map((corner) => corner.map((at) => Math.round(at * 100) / 100).join(',')).join(' '),
    fill: ink.card,
  });
}
