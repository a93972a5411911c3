import type { Locale } from '@/lib/i18n/locale';
import { type ChartMessages, chartMessages } from '../messages';
import { ink } from '../palette';
import { type Attributes, type Child, el, plainText } from './element';
import { type FaceName, measure, runs, type TextStyle, wrap, wrapEvenly } from './measure';

/** Which characters each font has to set. */
export type TextUsed = Partial<Record<FaceName, string>>;

export const families = {
  sans: "Inter, 'Noto Sans SC', 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', sans-serif",
  serif:
    "'Source Serif 4', 'Noto Sans SC', Georgia, 'Times New Roman', 'PingFang SC', 'Microsoft YaHei', serif",
  han: "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
} as const;

export type TextLook = {
  style?: TextStyle;
  size: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
};

/** A part of a drawing that knows its height and can be drawn anywhere. */
export type Block = { height: number; draw: (x: number, y: number) => Child };

/** What one drawing is written with: its language, its scale, and a record of the characters used. */
export type Pen = {
  locale: Locale;
  words: ChartMessages;
  /** Sizes of type: `title`, `text` (subtitle), `label`, `small`. */
  size: { title: number; text: number; label: number; small: number };
  /** A length at a width of 1200. */
  px: (length: number) => number;
  /** A name that no other drawing on a page has. */
  id: (name: string) => string;
  /** One line of text, its baseline at `y`; with a halo in a colour where something runs below it. */
  text: (x: number, y: number, text: string, look: TextLook, halo?: string) => Child;
  /** The width of one line of text. */
  width: (text: string, look: TextLook) => number;
  used: () => TextUsed;
};

/** A pen for one drawing. `seed` tells drawings on one page apart. */
export function createPen(locale: Locale, width: number, seed: string): Pen {
  // Type shrinks more slowly than the picture: a small picture is read from as near as a large one.
  const scale = Math.min(1.8, Math.max(0.62, Math.sqrt(width / 1200)));
  const px = (length: number) => length * scale;
  const used = new Map<FaceName, Set<string>>();
  const prefix = hash(seed);
  return {
    locale,
    words: chartMessages[locale],
    size: { title: px(32), text: px(18.5), label: px(16.5), small: px(15) },
    px,
    id: (name) => `${prefix}-${name}`,
    text(x, y, raw, { style = 'body', size, fill = ink.text, anchor }, halo) {
      const parts = runs(plainText(raw), style);
      for (const { face, text } of parts) {
        const set = used.get(face) ?? new Set();
        for (const char of text) set.add(char);
        used.set(face, set);
      }
      const content = parts.map(
        ({ face, text }): Child =>
          face.startsWith('noto') ? el('tspan', { 'font-family': families.han }, text) : text,
      );
      const look: Attributes = {
        x,
        y,
        'font-size': size,
        'text-anchor': anchor === 'start' ? undefined : anchor,
        'font-family': style === 'title' ? families.serif : undefined,
        'font-weight': style === 'body' ? undefined : 600,
      };
      const words = el('text', { ...look, fill }, content);
      if (halo === undefined) return words;
      // A copy below the words, since not every program knows the order of stroke and fill.
      const edge = {
        stroke: halo,
        'stroke-width': px(3.5),
        'stroke-linejoin': 'round',
        'aria-hidden': 'true',
      };
      return [el('text', { ...look, fill: halo, ...edge }, content), words];
    },
    width: (text, { style = 'body', size }) => measure(plainText(text), style, size),
    used: () =>
      Object.fromEntries([...used].sort().map(([face, chars]) => [face, [...chars].sort().join('')])),
  };
}

/** A short name for a text, the same every time (FNV-1a). */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `c${value.toString(36)}`;
}

/** A paragraph: wrapped to a width, never cut. */
export function paragraph(
  pen: Pen,
  text: string,
  look: TextLook & { width: number; even?: boolean; leading?: number },
): Block & { lines: string[]; width: number } {
  const { style = 'body', size, width, leading = 1.36 } = look;
  const lines = (look.even ? wrapEvenly : wrap)(text, style, size, width);
  const step = size * leading;
  return {
    lines,
    width: Math.max(0, ...lines.map((line) => measure(line, style, size))),
    height: lines.length * step,
    draw: (x, y) =>
      lines.map((line, i) => pen.text(x, y + i * step + size * (leading / 2 + 0.34), line, look)),
  };
}

/** Blocks one below the other. */
export function column(blocks: (Block | null)[], gap: number): Block {
  const present = blocks.flatMap((block) => (block && block.height > 0 ? [block] : []));
  const height =
    present.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, present.length - 1);
  return {
    height,
    draw: (x, y) => {
      let top = y;
      return present.map((block) => {
        const drawn = block.draw(x, top);
        top += block.height + gap;
        return drawn;
      });
    },
  };
}
