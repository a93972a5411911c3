import 'server-only';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { AppError } from '@/lib/errors';
import { fontFolder, hanFont, latinFontFiles } from './fonts';
import type { HanFace } from './svg/measure';

/** The largest image that is drawn, in pixels. */
const mostPixels = 64_000_000;

/**
 * An image of a chart in pixels: its own size, twice or four times that. Fonts are handed over as files, and of
 * Chinese only the characters that stand in the image. The drawing runs outside the event loop.
 */
export async function svgToPng(
  svg: string,
  scale: 1 | 2 | 4,
  folder = fontFolder,
): Promise<Uint8Array<ArrayBuffer>> {
  const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  if (!width || !height)
    throw new AppError('internal', 'The image could not be drawn.', { cause: 'No size in the SVG' });
  if (Number(width) * Number(height) * scale ** 2 > mostPixels) {
    throw new AppError('too-large', 'The image would be too large. Choose a smaller scale, or SVG.');
  }
  const latin = await latinFontFiles(folder);
  const drawn = svg.replace(/<style>[^<]*<\/style>/, '');
  const chars = [...new Set(drawn.match(/[^\p{ASCII}]/gu) ?? [])].sort().join('');
  const directory = await mkdtemp(path.join(tmpdir(), 'daybook-fonts-'));
  try {
    const fonts = await Promise.all(
      (['noto-sans-sc-400', 'noto-sans-sc-700'] satisfies HanFace[]).map(async (face) => {
        const font = chars === '' ? null : await hanFont(face, chars, folder);
        if (font === null) return [];
        const file = path.join(directory, `${face}.ttf`);
        await writeFile(file, font);
        return [file];
      }),
    );
    const image = await renderAsync(drawn, {
      fitTo: { mode: 'zoom', value: scale },
      font: {
        loadSystemFonts: false,
        fontFiles: [...latin, ...fonts.flat()],
        defaultFontFamily: 'Inter',
        sansSerifFamily: 'Inter',
        serifFamily: 'Source Serif 4',
      },
    });
    return new Uint8Array(image.asPng());
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
