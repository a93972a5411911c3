import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { FaceName, HanFace, LatinFace } from './svg/measure';
import type { TextUsed } from './svg/pen';
import { type Font, mergeFonts, readFont } from './truetype';

/** Where the build lays the fonts of exported images (scripts/fonts.ts). */
export const fontFolder = path.join(/* turbopackIgnore: true */ process.cwd(), 'public', 'fonts', 'export');

const css: Record<FaceName, { family: string; weight: number }> = {
  'inter-400': { family: 'Inter', weight: 400 },
  'inter-600': { family: 'Inter', weight: 600 },
  'source-serif-600': { family: 'Source Serif 4', weight: 600 },
  'noto-sans-sc-400': { family: 'Noto Sans SC', weight: 400 },
  'noto-sans-sc-700': { family: 'Noto Sans SC', weight: 700 },
};

const isHan = (face: FaceName): face is HanFace => face.startsWith('noto-sans-sc-');

const latinFaces = ['inter-400', 'inter-600', 'source-serif-600'] as const satisfies LatinFace[];
const hanFaces = ['noto-sans-sc-400', 'noto-sans-sc-700'] as const satisfies HanFace[];
const latin = new Map<string, Promise<Buffer>>();

/** A Latin font. It is kept in memory, so that a folder laid anew meanwhile does not matter. */
function latinFont(face: LatinFace, folder: string): Promise<Buffer> {
  return remember(latin, path.join(folder, `${face}.ttf`), 12, load);
}

/**
 * The fonts that set a text: the Latin ones, and of Chinese the characters that stand in it. Throws where a font
 * is missing: a program that draws would leave out the words without one.
 */
export async function fontsFor(
  text: string,
  folder = fontFolder,
): Promise<{ face: FaceName; font: Buffer }[]> {
  const chars = [...new Set(text.match(/[^\p{ASCII}]/gu) ?? [])].sort().join('');
  const han = chars === '' ? [] : hanFaces;
  const fonts = await Promise.all([
    ...latinFaces.map(async (face) => ({ face, font: await latinFont(face, folder) })),
    ...han.map(async (face) => ({ face, font: await hanFont(face, chars, folder) })),
  ]);
  return fonts.flatMap(({ face, font }) => (font === null ? [] : [{ face, font }]));
}

async function load(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw missing(file, cause);
  }
}

function missing(file: string, cause: unknown): AppError {
  return new AppError('internal', faults.fontsLack, {
    cause: new Error(`Font for chart images not readable: ${file}. Run scripts/fonts.ts to make it.`, {
      cause,
    }),
  });
}

type HanIndex = { fonts: Font[]; fontOf: Map<number, Font> };

const hanIndexes = new Map<string, Promise<HanIndex>>();

/** The files of a weight of Noto Sans SC, and which of them has which character. */
function hanIndex(face: HanFace, folder: string): Promise<HanIndex> {
  return remember(hanIndexes, path.join(folder, face), 4, async (directory) => {
    const names = await readdir(directory).catch((cause: unknown) => {
      throw missing(directory, cause);
    });
    const files = names.filter((name) => name.endsWith('.ttf')).sort();
    if (files.length === 0) throw missing(path.join(directory, '*.ttf'), new Error('The folder is empty'));
    const fonts = await Promise.all(
      files.map(async (name) => readFont(await load(path.join(directory, name)))),
    );
    const fontOf = new Map<number, Font>();
    for (const font of fonts)
      for (const code of font.glyphs.keys()) if (!fontOf.has(code)) fontOf.set(code, font);
    return { fonts, fontOf };
  });
}

/**
 * One font of Noto Sans SC that has those of the characters that the family has. Null where it has none, which
 * leaves such characters to whatever font the reader's machine offers.
 */
export async function hanFont(face: HanFace, chars: string, folder = fontFolder): Promise<Buffer | null> {
  const { fonts, fontOf } = await hanIndex(face, folder);
  const byFont = new Map<Font, number[]>();
  for (const code of new Set([...chars].map((char) => char.codePointAt(0) ?? 0))) {
    const font = fontOf.get(code);
    if (font) byFont.set(font, [...(byFont.get(font) ?? []), code]);
  }
  const wanted = fonts.flatMap((font) => {
    const codes = byFont.get(font);
    return codes ? [{ font, codes: codes.sort((a, b) => a - b) }] : [];
  });
  const style = css[face].weight === 400 ? 'Regular' : 'Bold';
  return wanted.length === 0 ? null : mergeFonts(wanted, { family: css[face].family, style });
}

const rules = new Map<string, Promise<string>>();

/**
 * Rules of CSS that carry the fonts inside an image: only the characters used, as WOFF2 in `data:` addresses.
 * The same characters give the same bytes.
 */
export async function embeddedFontCss(used: TextUsed, folder = fontFolder): Promise<string> {
  const faces = (Object.keys(css) as FaceName[]).filter((face) => (used[face] ?? '') !== '');
  const written = await Promise.all(
    faces.map((face) => {
      const chars = [...new Set(used[face])].sort().join('');
      return remember(rules, `${folder}\n${face}\n${chars}`, 200, () => fontRule(face, chars, folder));
    }),
  );
  return written.join('');
}

async function fontRule(face: FaceName, chars: string, folder: string): Promise<string> {
  const source = isHan(face) ? await hanFont(face, chars, folder) : await latinFont(face, folder);
  if (source === null) return '';
  const font = await subsetFont(source, chars, {
    targetFormat: 'woff2',
    // Without the features that replace signs by others: an image shows what is written.
    keepFeatures: ['kern', 'ccmp', 'locl', 'mark', 'mkmk'],
    noHinting: true,
  });
  const { family, weight } = css[face];
  const data = Buffer.from(font).toString('base64');
  return `@font-face{font-family:'${family}';font-style:normal;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
}

/** The value of a key, made once; a failure is not kept, and neither are more values than `limit`. */
function remember<T>(
  cache: Map<string, Promise<T>>,
  key: string,
  limit: number,
  make: (key: string) => Promise<T>,
): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const oldest = cache.size >= limit ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  const made = make(key);
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}
