import 'server-only';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { fontFolder, fontsFor } from './fonts';
import { ink } from './palette';
import { pngFile } from './png-file';

/** The largest image that is drawn, in pixels, and how many are drawn at once: each needs eight bytes a pixel. */
const mostPixels = 40_000_000;
const mostAtOnce = 2;

/**
 * An image of a chart in pixels: its own size, twice or four times that. Fonts are handed over as files, and of
 * Chinese only the characters that stand in the image. Drawing and compressing run outside the event loop.
 */
export async function svgToPng(
  svg: string,
  scale: 1 | 2 | 4,
  folder = fontFolder,
): Promise<Uint8Array<ArrayBuffer>> {
  const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  if (!width || !height) {
    throw new AppError('internal', faults.imageFailed, {
      cause: new Error('The SVG has no size'),
    });
  }
  if (Number(width) * Number(height) * scale ** 2 > mostPixels) {
    throw new AppError('too-large', faults.imageTooLarge);
  }
  return inTurn(() => draw(svg, scale, folder));
}

async function draw(svg: string, scale: number, folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = svg.replace(/<style>[^<]*<\/style>/, '');
  const fonts = await fontsFor(drawn, folder);
  // The program that draws reads fonts from files only, and passes over those it does not find.
  const directory = await mkdtemp(path.join(tmpdir(), 'daybook-fonts-'));
  try {
    const files = await Promise.all(
      fonts.map(async ({ face, font }) => {
        const file = path.join(directory, `${face}.ttf`);
        await writeFile(file, font);
        return file;
      }),
    );
    const image = await renderAsync(drawn, {
      fitTo: { mode: 'zoom', value: scale },
      // Opaque, since half-transparent pixels come multiplied by their alpha.
      background: ink.card,
      font: {
        loadSystemFonts: false,
        fontFiles: files,
        defaultFontFamily: 'Inter',
        sansSerifFamily: 'Inter',
        serifFamily: 'Source Serif 4',
      },
    });
    return await pngFile(image.pixels, image.width, image.height);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs a job when fewer than `mostAtOnce` are running. */
async function inTurn<T>(job: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await job();
  } finally {
    // The next in the queue takes over the place.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
