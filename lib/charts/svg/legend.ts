import { ink } from '../palette';
import { type Child, el } from './element';
import type { Block, Pen } from './pen';
import { paragraph } from './pen';

/** One entry of a legend: a sign drawn in a square of side `size` whose corner is at x, y, and its words. */
export type LegendItem = { label: string; sign: (x: number, y: number, size: number) => Child };

/** A legend whose entries flow from left to right and wrap, within the width. */
export function legend(pen: Pen, items: LegendItem[], width: number): Block {
  const size = pen.size.label;
  const [side, gap, between] = [pen.px(15), pen.px(7), pen.px(20)];
  const placed: { item: LegendItem; words: ReturnType<typeof paragraph>; x: number; y: number }[] = [];
  let [x, y, rowHeight] = [0, 0, 0];
  for (const item of items) {
    const words = paragraph(pen, item.label, { size, width: width - side - gap });
    if (x > 0 && x + side + gap + words.width > width) {
      x = 0;
      y += rowHeight + pen.px(4);
      rowHeight = 0;
    }
    placed.push({ item, words, x, y });
    x += side + gap + words.width + between;
    rowHeight = Math.max(rowHeight, words.height);
  }
  return {
    height: placed.length === 0 ? 0 : y + rowHeight,
    draw: (left, top) =>
      placed.map(({ item, words, x: dx, y: dy }) => [
        item.sign(left + dx, top + dy + (size * 1.36 - side) / 2, side),
        words.draw(left + dx + side + gap, top + dy),
      ]),
  };
}

/** A square with a thin edge, for light fills and dashed marks. */
export function edgedSign(fill: string, dashes?: string): LegendItem['sign'] {
  return (x, y, size) =>
    el('rect', {
      x: x + 0.75,
      y: y + 0.75,
      width: size - 1.5,
      height: size - 1.5,
      fill,
      stroke: ink.muted,
      'stroke-width': dashes ? 1.25 : 0.75,
      'stroke-dasharray': dashes,
    });
}
