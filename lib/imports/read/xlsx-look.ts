import { prefixOf, xmlOf } from './xlsx-xml';
import type { Zip } from './zip';

/** Cells that are one on the screen: rows and columns from 1, both ends counted. */
export type Merge = { top: number; left: number; bottom: number; right: number };

/** What is known of a sheet before its rows are read. */
export type SheetLook = { isEmpty: boolean; prefix: string; merges: Merge[] };

/** Merges of one sheet that are filled; a sheet with more is no table. */
const mostMerges = 100_000;

/** Reads a sheet through once for what stands behind its rows. Null = the archive has no such part. */
export async function lookAt(zip: Zip, path: string): Promise<SheetLook | null> {
  if (!zip.names.includes(path)) return null;
  let isEmpty = true;
  let prefix: string | null = null;
  let before = '';
  let behind: string | null = null;
  for await (const piece of xmlOf(zip, path)) {
    const text = before + piece;
    prefix ??= prefixOf(text);
    if (isEmpty && /<(?:\w+:)?(?:v|is)[\s>]/.test(text)) isEmpty = false;
    if (behind !== null) behind += piece;
    else {
      const end = text.indexOf('sheetData>', text.indexOf('</'));
      const closing = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/.exec(end === -1 ? '' : text);
      if (closing) behind = text.slice(closing.index);
    }
    before = piece.slice(-40);
  }
  return { isEmpty, prefix: prefix ?? '', merges: mergesIn(behind ?? '') };
}

function mergesIn(xml: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, from = '', top = '', to = '', bottom = ''] of xml.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
  )) {
    if (merges.length >= mostMerges) break;
    merges.push({ top: Number(top), left: columnOf(from), bottom: Number(bottom), right: columnOf(to) });
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** The number of a column by its letters, from 1: A = 1, AA = 27. */
export function columnOf(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 26 + letters.charCodeAt(i) - 64;
  return number;
}
