import { ink } from '../palette';
import { panelsOf } from '../time-panels';
import type { TimeChart } from '../types';
import { type Child, el } from './element';
import type { Body } from './frame';
import { literalColor } from './marks';
import { type Block, type Pen, paragraph } from './pen';
import { drawBars } from './time-bars';

/** A small plot for each series, on one axis of values, in as many columns as have room. */
export function panelsBody(pen: Pen, chart: TimeChart, width: number): Body {
  const columns = width >= pen.px(950) ? 3 : width >= pen.px(560) ? 2 : 1;
  const gutter = pen.px(30);
  const each = (width - gutter * (columns - 1)) / columns;
  const panels = panelsOf(chart).map(({ key, chart: panel, title, highest }) => ({
    panel,
    highest,
    title: panelTitle(pen, title, literalColor(key.color), panel.frame.n, each),
  }));
  const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) =>
    panels.slice(row * columns, (row + 1) * columns),
  );
  const heads = rows.map((row) => Math.max(0, ...row.map(({ title }) => title.height)));
  const between = pen.px(14);
  const around = heads.reduce((sum, height) => sum + height, 0) + between * Math.max(0, rows.length - 1);
  return {
    least: around + rows.length * pen.px(120),
    natural: around + rows.length * pen.px(185),
    draw: (x, y, _, height) => {
      const plot = Math.min(pen.px(420), (height - around) / Math.max(1, rows.length));
      const defs: Child[] = [];
      let top = y;
      const drawn = rows.map((row, index) => {
        const head = heads[index] ?? 0;
        const made = row.map(({ panel, title, highest }, column): Child => {
          const left = x + column * (each + gutter);
          const bars = drawBars(
            pen,
            panel,
            { x: left, y: top + head, width: each, height: plot },
            { highest, isSmall: true },
          );
          defs.push(bars.defs);
          return el('g', { 'data-panel': panel.keys[0]?.code }, title.draw(left, top), bars.drawn);
        });
        top += head + plot + between;
        return made;
      });
      return { drawn, defs };
    },
  };
}

/** The name of a panel beside its colour, and the number of its incidents. */
function panelTitle(pen: Pen, label: string, color: string, n: string, width: number): Block {
  const size = pen.size.label;
  const side = pen.px(13);
  const room = pen.width(n, { size }) + pen.px(12);
  const words = paragraph(pen, label, {
    style: 'strong',
    size,
    width: Math.max(width * 0.4, width - side - pen.px(8) - room),
  });
  return {
    height: words.height + pen.px(4),
    draw: (x, y) => [
      el('rect', { x, y: y + (size * 1.36 - side) / 2, width: side, height: side, rx: 2, fill: color }),
      words.draw(x + side + pen.px(8), y),
      pen.text(x + width, y + size * 1.02, n, { size, fill: ink.muted, anchor: 'end' }),
    ],
  };
}
