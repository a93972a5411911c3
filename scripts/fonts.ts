import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import wawoff from 'wawoff2';

/**
 * Decodes the fonts of exported images from the WOFF2 of the packages to the TrueType that the drawing library
 * reads: Latin in three faces, and Noto Sans SC in two weights, each in about a hundred files of some characters.
 * `npm start` runs it when the packages change. The new folder takes the place of the old one when it is whole.
 */
const target = 'public/fonts/export';
const packages = 'node_modules/@fontsource';

const latin = {
  'inter-400': 'inter/files/inter-latin-400-normal.woff2',
  'inter-600': 'inter/files/inter-latin-600-normal.woff2',
  'source-serif-600': 'source-serif-4/files/source-serif-4-latin-600-normal.woff2',
} as const;

const half = `${target}.new`;
rmSync(half, { recursive: true, force: true });
mkdirSync(half, { recursive: true });
for (const [name, file] of Object.entries(latin)) await decode(file, `${name}.ttf`);
for (const weight of [400, 700]) {
  const folder = `noto-sans-sc-${weight}`;
  mkdirSync(path.join(half, folder));
  for (const { number, file } of subsets(weight)) await decode(file, path.join(folder, `${number}.ttf`));
}
rmSync(target, { recursive: true, force: true });
renameSync(half, target);

/** The files of a weight of Noto Sans SC by the number of their range of characters. */
function subsets(weight: number): { number: string; file: string }[] {
  const folder = 'noto-sans-sc/files';
  const pattern = new RegExp(`^noto-sans-sc-(\\d+)-${weight}-normal\\.woff2$`);
  const found = readdirSync(path.join(packages, folder)).flatMap((name) => {
    const number = pattern.exec(name)?.[1];
    return number ? [{ number, file: path.join(folder, name) }] : [];
  });
  if (found.length === 0) throw new Error(`The package of Noto Sans SC has no files of weight ${weight}.`);
  return found;
}

async function decode(from: string, to: string): Promise<void> {
  writeFileSync(path.join(half, to), await wawoff.decompress(readFileSync(path.join(packages, from))));
}
