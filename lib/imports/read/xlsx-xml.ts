import { fileFault } from './faults';
import { hasSuspectMarks } from './text';
import type { Zip } from './zip';

/**
 * A part of a workbook as text, in pieces. Throws `entities` where it defines any, `damaged` where it is not UTF-8.
 */
export async function* xmlOf(zip: Zip, part: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of zip.read(part))
      yield checked(decoder.decode(bytes, { stream: true }), zip, part);
    yield decoder.decode();
  } catch (thrown) {
    if (thrown instanceof TypeError)
      throw fileFault('damaged', { file: zip.file.name, column: part }, thrown);
    throw thrown;
  }
}

/** Workbooks have no document type; one would be there to define entities, or to reach for other files. */
function checked(text: string, zip: Zip, part: string): string {
  if (text.includes('<!') && /<!(DOCTYPE|ENTITY)/i.test(text))
    throw fileFault('entities', { file: zip.file.name, column: part });
  return text;
}

/** All of a part of a workbook, as `plainXml`. Throws `too-large` where it has more characters than `most`. */
export async function wholeXml(zip: Zip, part: string, most: number): Promise<string> {
  let text = '';
  for await (const piece of xmlOf(zip, part)) {
    text += piece;
    if (text.length > most) throw fileFault('too-large', { file: zip.file.name, column: part, limit: most });
  }
  return plainXml(text, prefixOf(text));
}

/** The prefix that some programs give to every element of a spreadsheet; '' = none. `head` holds the first element. */
export function prefixOf(head: string): string {
  return /<(\w+):(?:worksheet|sst|styleSheet|workbook|Relationships)\b/.exec(head)?.[1] ?? '';
}

/** Whole elements without prefixes, comments and what read-excel-file does not read: CDATA, and references beyond FFFF. */
export function plainXml(xml: string, prefix: string): string {
  let text = xml;
  if (prefix !== '') text = text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
  if (text.includes('<!--')) text = text.replace(/<!--[\s\S]*?-->/g, '');
  if (text.includes('<![CDATA['))
    text = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) =>
      inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    );
  if (text.includes('&#')) text = text.replace(/&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi, reference);
  return text;
}

function reference(written: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** The value of an attribute among the attributes of an element, entities as they are; null = it has none. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? (found[1] ?? found[2] ?? '') : null;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text of XML with its entities resolved. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (written, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? '') : written;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const text = code <= 0x10ffff ? String.fromCodePoint(code) : written;
    return hasSuspectMarks(text) ? written : text;
  });
}
