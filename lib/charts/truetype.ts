/**
 * Reading of TrueType fonts, and the making of one small font out of the glyphs of several. Noto Sans SC comes
 * in about a hundred files by range of characters; programs that draw text want one font a weight.
 */

type Table = { offset: number; length: number };

/** A TrueType font in memory, with its table of contents and its map of characters. */
export type Font = { bytes: Buffer; tables: Map<string, Table>; glyphs: Map<number, number> };

/** Reads a font; throws where the bytes are none. */
export function readFont(bytes: Buffer): Font {
  if (bytes.length < 12 || bytes.readUInt32BE(0) !== 0x00010000) throw new Error('Not a TrueType font');
  const tables = new Map<string, Table>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    const tag = bytes.toString('latin1', at, at + 4);
    tables.set(tag, { offset: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) });
  }
  return { bytes, tables, glyphs: readCmap(bytes, need(tables, 'cmap')) };
}

function need(tables: Map<string, Table>, tag: string): Table {
  const table = tables.get(tag);
  if (!table) throw new Error(`A font without the table ${tag}`);
  return table;
}

function part(font: Font, tag: string): Buffer {
  const { offset, length } = need(font.tables, tag);
  return font.bytes.subarray(offset, offset + length);
}

function readCmap(bytes: Buffer, { offset }: Table): Map<number, number> {
  const map = new Map<number, number>();
  for (let i = 0; i < bytes.readUInt16BE(offset + 2); i++) {
    const at = offset + bytes.readUInt32BE(offset + 8 + 8 * i);
    const format = bytes.readUInt16BE(at);
    if (format === 12) {
      for (let group = 0; group < bytes.readUInt32BE(at + 12); group++) {
        const [first, last, glyph] = [0, 4, 8].map((part) => bytes.readUInt32BE(at + 16 + group * 12 + part));
        for (let code = first ?? 0; code <= (last ?? -1); code++)
          map.set(code, (glyph ?? 0) + code - (first ?? 0));
      }
    } else if (format === 4) {
      const twice = bytes.readUInt16BE(at + 6);
      for (let s = 0; s < twice; s += 2) {
        const last = bytes.readUInt16BE(at + 14 + s);
        const first = bytes.readUInt16BE(at + 16 + twice + s);
        const delta = bytes.readUInt16BE(at + 16 + 2 * twice + s);
        const rangeAt = at + 16 + 3 * twice + s;
        const range = bytes.readUInt16BE(rangeAt);
        for (let code = first; code <= last && code < 0xffff; code++) {
          const raw = range === 0 ? code : bytes.readUInt16BE(rangeAt + range + 2 * (code - first));
          const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
          if (glyph !== 0) map.set(code, glyph);
        }
      }
    }
  }
  return map;
}

/** The outline of a glyph as it is stored; empty for a space. */
function outline(font: Font, glyph: number): Buffer {
  const loca = part(font, 'loca');
  const long = part(font, 'head').readInt16BE(50) === 1;
  const at = (i: number) => (long ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2);
  return part(font, 'glyf').subarray(at(glyph), at(glyph + 1));
}

/** Where a compound outline names its components. */
function components(data: Buffer): number[] {
  if (data.length < 10 || data.readInt16BE(0) >= 0) return [];
  const places: number[] = [];
  let at = 10;
  for (;;) {
    const flags = data.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & 0x1 ? 4 : 2) + (flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if (!(flags & 0x20)) return places;
  }
}

/** The advance width and left side bearing of a glyph. */
function metrics(font: Font, glyph: number): Buffer {
  const hmtx = part(font, 'hmtx');
  const full = part(font, 'hhea').readUInt16BE(34);
  const result = Buffer.alloc(4);
  hmtx.copy(result, 0, 4 * Math.min(glyph, full - 1), 4 * Math.min(glyph, full - 1) + 2);
  const bearing = glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full);
  hmtx.copy(result, 2, bearing, bearing + 2);
  return result;
}

/**
 * One font out of the glyphs that several fonts of one family and weight have for some characters, under the
 * names given: those inside the files are not always those of the family. Measures are those of the first
 * font; features of layout are left out.
 */
export function mergeFonts(
  wanted: { font: Font; codes: number[] }[],
  { family, style }: { family: string; style: string },
): Buffer {
  const first = wanted[0]?.font;
  if (!first) throw new Error('No font to merge');
  const outlines: Buffer[] = [];
  const advances: Buffer[] = [];
  const copies = new Map<Font, Map<number, number>>();
  const copy = (font: Font, glyph: number): number => {
    const known = copies.get(font) ?? new Map<number, number>();
    copies.set(font, known);
    const before = known.get(glyph);
    if (before !== undefined) return before;
    const index = outlines.length;
    known.set(glyph, index);
    const data = Buffer.from(outline(font, glyph));
    outlines.push(data);
    advances.push(metrics(font, glyph));
    for (const place of components(data)) data.writeUInt16BE(copy(font, data.readUInt16BE(place)), place);
    return index;
  };
  copy(first, 0);
  const codes = wanted
    .flatMap(({ font, codes }) =>
      codes.map((code): [number, number] => [code, copy(font, font.glyphs.get(code) ?? 0)]),
    )
    .sort((a, b) => a[0] - b[0]);

  const loca = Buffer.alloc(4 * (outlines.length + 1));
  let length = 0;
  const padded = outlines.map((data, i) => {
    length += Math.ceil(data.length / 4) * 4;
    loca.writeUInt32BE(length, 4 * (i + 1));
    return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
  });
  const head = Buffer.from(part(first, 'head'));
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(part(first, 'hhea'));
  hhea.writeUInt16BE(outlines.length, 34);
  const maxp = Buffer.from(part(first, 'maxp'));
  for (let at = 6; at + 1 < maxp.length; at += 2) {
    maxp.writeUInt16BE(Math.max(...wanted.map(({ font }) => part(font, 'maxp').readUInt16BE(at))), at);
  }
  maxp.writeUInt16BE(outlines.length, 4);
  const post = Buffer.alloc(32);
  post.writeUInt32BE(0x00030000, 0);
  return write([
    ['OS/2', part(first, 'OS/2')],
    ['cmap', writeCmap(codes)],
    ['glyf', Buffer.concat(padded)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', Buffer.concat(advances)],
    ['loca', loca],
    ['maxp', maxp],
    ['name', writeNames(family, style)],
    ['post', post],
  ]);
}

function writeCmap(codes: [number, number][]): Buffer {
  const cmap = Buffer.alloc(12 + 16 + 12 * codes.length);
  cmap.writeUInt16BE(1, 2);
  cmap.writeUInt16BE(3, 4);
  cmap.writeUInt16BE(10, 6);
  cmap.writeUInt32BE(12, 8);
  cmap.writeUInt16BE(12, 12);
  cmap.writeUInt32BE(16 + 12 * codes.length, 16);
  cmap.writeUInt32BE(codes.length, 24);
  codes.forEach(([code, glyph], i) => {
    [code, code, glyph].forEach((value, at) => {
      cmap.writeUInt32BE(value, 28 + 12 * i + 4 * at);
    });
  });
  return cmap;
}

function writeNames(family: string, style: string): Buffer {
  const texts: [number, string][] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, `${family.replaceAll(' ', '')}-${style}`],
  ];
  const header = Buffer.alloc(6 + 12 * texts.length);
  header.writeUInt16BE(texts.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  const strings = texts.map(([id, text], i) => {
    const data = Buffer.from(text, 'utf16le').swap16();
    // Windows, Unicode, English.
    [3, 1, 0x409, id, data.length, offset].forEach((value, at) => {
      header.writeUInt16BE(value, 6 + 12 * i + 2 * at);
    });
    offset += data.length;
    return data;
  });
  return Buffer.concat([header, ...strings]);
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) {
    sum = (sum + (data.length - at >= 4 ? data.readUInt32BE(at) : lastWord(data, at))) >>> 0;
  }
  return sum;
}

function lastWord(data: Buffer, at: number): number {
  const word = Buffer.alloc(4);
  data.copy(word, 0, at);
  return word.readUInt32BE(0);
}

/** A font file of tables in the order of their names. */
function write(tables: [string, Buffer][]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.writeUInt32BE(0x00010000, 0);
  [tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].forEach((value, i) => {
    header.writeUInt16BE(value, 4 + 2 * i);
  });
  let offset = header.length;
  const bodies = tables.map(([tag, data], i) => {
    const at = 12 + 16 * i;
    header.write(tag, at, 'latin1');
    [checksum(data), offset, data.length].forEach((value, part) => {
      header.writeUInt32BE(value, at + 4 + 4 * part);
    });
    const body = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    offset += body.length;
    return body;
  });
  const file = Buffer.concat([header, ...bodies]);
  // The whole file must add up to a fixed number.
  const head = tables.findIndex(([tag]) => tag === 'head');
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, file.readUInt32BE(12 + 16 * head + 8) + 8);
  return file;
}
