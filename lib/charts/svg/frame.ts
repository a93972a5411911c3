import { formatDay } from '@/lib/dates/format';
import { localeTag } from '@/lib/i18n/locale';
import { embeddedFontCss } from '../fonts';
import { ink } from '../palette';
import type { ChartFrame } from '../types';
import { type Child, el, type Markup, plainText } from './element';
import { type Block, column, families, type Pen, paragraph } from './pen';

/**
 * How an image is to be made. Every kind of chart takes these and hands them to `widths` and `compose`; the fixed
 * shapes (16:9, 1:1) are made of width and height by `inShape`.
 */
export type SvgOptions = {
  /** In pixels, 320 to 16,000; 1,200 when not given. */
  width?: number;
  /** A wish, 16,000 at most: an image grows where its words need more room, so that none is cut. */
  height?: number;
  /** Whether the fonts travel inside the image; they do when it is not said. */
  fonts?: 'embed' | 'none';
};

/** The drawing inside a frame: its least height, the height it likes, and how it is drawn in what it gets. */
export type Body = {
  least: number;
  natural: number;
  draw: (x: number, y: number, width: number, height: number) => { drawn: Child; defs?: Child };
};

/** What a chart puts into its frame. */
export type Picture = {
  pen: Pen;
  frame: ChartFrame;
  options: SvgOptions;
  legend: Block | null;
  body: Body;
  /** Sentences the drawing adds to the notes of the frame. */
  notes: string[];
};

/** The width of an image, and of what stands inside its margins. */
export function widths(options: SvgOptions): { width: number; margin: number; inner: number } {
  const asked = options.width ?? 1200;
  const width = Math.round(Math.min(16_000, Math.max(320, Number.isFinite(asked) ? asked : 1200)));
  const margin = Math.round(Math.min(48, width * 0.04));
  return { width, margin, inner: width - 2 * margin };
}

/** The whole image: title, filter in words, legend, drawing, notes, source, count, address and day. */
export async function compose({ pen, frame, options, legend, body, notes }: Picture): Promise<string> {
  const { width, margin, inner } = widths(options);
  const banner = frame.synthetic > 0 ? syntheticBand(pen, width, margin) : null;
  const head = column([title(pen, frame, inner), legend], pen.px(16));
  const foot = footer(pen, frame, [...frame.notes, ...notes], inner);

  const top = (banner?.height ?? 0) + pen.px(30);
  const gap = pen.px(18);
  const around = top + head.height + gap + gap + foot.height + pen.px(24);
  const wished = options.height && Number.isFinite(options.height) ? Math.min(16_000, options.height) : null;
  const bodyHeight = Math.max(body.least, wished === null ? body.natural : wished - around);
  const height = Math.max(Math.ceil(around + bodyHeight), wished === null ? 0 : Math.round(wished));

  const bodyTop = top + head.height + gap;
  const { drawn, defs } = body.draw(margin, bodyTop, inner, bodyHeight);
  const visible: Child[] = [
    el('rect', { width, height, fill: ink.card }),
    banner?.draw(0, 0) ?? null,
    head.draw(margin, top),
    drawn,
    foot.draw(margin, height - pen.px(24) - foot.height),
  ];
  // Characters used are known only after everything is drawn.
  const css = options.fonts !== 'none' ? await embeddedFontCss(pen.used()) : '';
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      lang: localeTag[frame.locale],
      'xml:lang': localeTag[frame.locale],
      'aria-labelledby': `${pen.id('title')} ${pen.id('desc')}`,
      'font-family': families.sans,
      'text-rendering': 'geometricPrecision',
    },
    el('title', { id: pen.id('title') }, plainText(frame.title)),
    el('desc', { id: pen.id('desc') }, inWords(frame)),
    css === '' ? null : el('style', {}, css),
    defs ? el('defs', {}, defs) : null,
    visible,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

function inWords(frame: ChartFrame): string {
  return [frame.subtitle, frame.n, ...frame.notes, frame.source].map(plainText).join(' ');
}

function title(pen: Pen, frame: ChartFrame, width: number): Block {
  return column(
    [
      paragraph(pen, frame.title, { style: 'title', size: pen.size.title, width, even: true, leading: 1.2 }),
      paragraph(pen, frame.subtitle, { size: pen.size.text, fill: ink.muted, width, even: true }),
    ],
    pen.px(8),
  );
}

/** The strip that says that the data is made up. */
function syntheticBand(pen: Pen, width: number, margin: number): Block {
  const { synthetic, syntheticDetail } = pen.words;
  const colon = pen.locale === 'zh' ? '：' : ': ';
  const words = paragraph(pen, `${synthetic}${colon}${syntheticDetail}`, {
    style: 'strong',
    size: pen.size.small,
    fill: '#5C4308',
    width: width - 2 * margin,
  });
  const height = words.height + pen.px(14);
  return {
    height,
    draw: (x, y): Markup[] => [
      el('rect', { x, y, width, height, fill: '#F8E7B9', 'data-synthetic': 'true' }),
      el('g', {}, words.draw(x + margin, y + pen.px(7))),
    ],
  };
}

/** Two texts at the ends of one line where they fit, else one below the other. */
function ends(pen: Pen, left: string, right: string, width: number, fill: string): Block {
  const look = { size: pen.size.small, fill };
  const fits = pen.width(left, look) + pen.width(right, look) + pen.px(28) <= width;
  if (!fits) {
    const blocks = [left, right].map((text) => paragraph(pen, text, { ...look, width }));
    return column(blocks, 0);
  }
  const line = paragraph(pen, left, { ...look, width });
  const other = paragraph(pen, right, { ...look, width, anchor: 'end' });
  return {
    height: Math.max(line.height, other.height),
    draw: (x, y) => [line.draw(x, y), other.draw(x + width, y)],
  };
}

function footer(pen: Pen, frame: ChartFrame, notes: string[], width: number): Block {
  const look = { size: pen.size.small, fill: ink.muted, width };
  const above = column(
    notes.map((note) => paragraph(pen, note, look)),
    pen.px(2),
  );
  const rule: Block = {
    height: pen.px(17),
    draw: (x, y) => {
      const at = y + pen.px(9);
      return el('line', { x1: x, x2: x + width, y1: at, y2: at, stroke: ink.line, 'stroke-width': 1.25 });
    },
  };
  const below = column(
    [
      ends(pen, frame.source, frame.n, width, ink.text),
      ends(pen, frame.permalink, pen.words.madeOn(formatDay(frame.madeOn, frame.locale)), width, ink.muted),
    ],
    pen.px(2),
  );
  return column([above, rule, below], pen.px(2));
}
