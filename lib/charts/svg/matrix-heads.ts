import { ink } from '../palette';
import type { MatrixHead } from '../types-matrix';
import { type Child, el } from './element';
import { type Block, type Pen, paragraph } from './pen';

/** Narrower columns than this have their names written upwards. */
const leastUpright = 84;

/** The names of the columns over cells of a width: upright where they are wide enough, else written upwards. */
export function columnHeads(pen: Pen, heads: readonly MatrixHead[], cell: number): Block {
  return cell >= pen.px(leastUpright) ? uprightHeads(pen, heads, cell) : turnedHeads(pen, heads, cell);
}

const fillOf = ({ apart }: MatrixHead) => (apart ? ink.muted : ink.text);

function uprightHeads(pen: Pen, heads: readonly MatrixHead[], cell: number): Block {
  const words = heads.map((head) =>
    paragraph(pen, head.label, {
      size: pen.size.small,
      width: cell - pen.px(8),
      leading: 1.2,
      anchor: 'middle',
      fill: fillOf(head),
    }),
  );
  const height = Math.max(0, ...words.map((block) => block.height));
  return {
    height,
    draw: (x, y) => words.map((block, i) => block.draw(x + (i + 0.5) * cell, y + height - block.height)),
  };
}

/** Names that are written upwards from the table, in as many lines as a column is wide; none is cut. */
function turnedHeads(pen: Pen, heads: readonly MatrixHead[], cell: number): Block {
  const size = pen.size.small;
  const leading = 1.12;
  const lines = Math.max(1, Math.floor(cell / (size * leading)));
  const blocks = heads.map((head) => {
    let room = pen.px(110);
    const wrap = () => paragraph(pen, head.label, { size, width: room, leading, fill: fillOf(head) });
    let words = wrap();
    while (words.lines.length > lines) {
      room *= 1.15;
      words = wrap();
    }
    return words;
  });
  return {
    height: Math.max(0, ...blocks.map(({ width }) => width)),
    draw: (x, y) => {
      const bottom = y + Math.max(0, ...blocks.map(({ width }) => width));
      return blocks.map((block, i): Child => {
        const left = x + (i + 0.5) * cell - block.height / 2;
        return el(
          'g',
          { transform: `translate(${round(left)} ${round(bottom)}) rotate(-90)` },
          block.draw(0, 0),
        );
      });
    },
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
