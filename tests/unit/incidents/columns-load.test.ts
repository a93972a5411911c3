import { describe, expect, it } from 'vitest';
import { arranged, Growing, pieceRows, Widening } from '@/lib/incidents/columns/load/arrays';
import { CopyReader } from '@/lib/incidents/columns/load/copy';
import { RowIds } from '@/lib/incidents/columns/load/ids';
import { SetTable } from '@/lib/incidents/columns/load/sets';
import { Words } from '@/lib/incidents/columns/load/words';
import { random } from '../../factories/random';

const int = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const message = (kind: string, ...parts: Uint8Array[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int(body.length + 4), body]);
};
const row = (cells: (string | null)[]) =>
  Buffer.concat([
    Buffer.from([0, cells.length]),
    ...cells.flatMap((cell) =>
      cell === null ? [int(-1)] : [int(Buffer.byteLength(cell)), Buffer.from(cell)],
    ),
  ]);
const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), int(0), int(0)]);

/** Reads a stream in pieces of some length; returns the rows and what was no part of them. */
function read(stream: Buffer, pieceLength: number) {
  const rows: (string | null)[][] = [];
  const reader = new CopyReader(({ bytes, starts, sizes }) => {
    const cells = Array.from(sizes.subarray(0, 3), (size, cell) => {
      const start = starts[cell] ?? 0;
      return size < 0 ? null : Buffer.from(bytes.subarray(start, start + size)).toString();
    });
    rows.push(cells);
  });
  for (let at = 0; at < stream.length; at += pieceLength) {
    const rest = reader.push(stream.subarray(at, at + pieceLength));
    if (rest) return { rows, rest: Buffer.concat([rest, stream.subarray(at + pieceLength)]) };
  }
  return { rows, rest: null };
}

describe('the reader of COPY', () => {
  const rows = [
    ['a', null, ''],
    ['漢字', 'x'.repeat(300), 'b'],
    [null, null, null],
  ];
  const after = Buffer.concat([
    message('c'),
    message('C', Buffer.from('COPY 3\0')),
    message('Z', Buffer.from('T')),
  ]);
  const stream = Buffer.concat([
    message('H', Buffer.from([1, 0, 0])),
    message('d', header, row(rows[0] ?? [])),
    message('N', Buffer.from('a notice')),
    message('d', row(rows[1] ?? [])),
    message('d', row(rows[2] ?? [])),
    message('d', Buffer.from([0xff, 0xff])),
    after,
  ]);

  it('reads rows wherever the stream is cut, and leaves what follows', () => {
    for (let length = 1; length <= stream.length; length++)
      expect(read(stream, length), `pieces of ${length}`).toEqual({ rows, rest: after });
  });

  it('reads no row where there is none, and leaves an error', () => {
    const none = Buffer.concat([
      message('H'),
      message('d', header),
      message('d', Buffer.from([0xff, 0xff])),
      after,
    ]);
    expect(read(none, 7)).toEqual({ rows: [], rest: after });
    const error = message('E', Buffer.from('SERROR\0'));
    const broken = Buffer.concat([message('H'), message('d', header, row(rows[1] ?? [])), error]);
    expect(read(broken, 1_000)).toEqual({ rows: [rows[1]], rest: error });
  });

  it('takes rows that are larger than its buffer', () => {
    const large = ['x'.repeat(700_000), 'y', null];
    expect(read(Buffer.concat([message('d', header, row(large)), after]), 65_536).rows).toEqual([large]);
  });
});

describe('dictionaries', () => {
  it('number words in the order in which they come', () => {
    const words = new Words();
    const all = Array.from({ length: 5_000 }, (_, at) => `${'ü'.repeat(at % 7)}${at % 1_700}`);
    const distinct = [...new Set(all)];
    expect(all.map((word) => words.codeOfText(word))).toEqual(all.map((word) => distinct.indexOf(word)));
    expect(words.texts()).toEqual(distinct);
  });

  it('number sets, however they grow', () => {
    const chance = random(3);
    const sets = new SetTable();
    const known = new Map<string, number>();
    for (let round = 0; round < 5_000; round++) {
      const wanted = chance.some([0, 1, 2, 3, 40, 500, 6_000], 5);
      const grown = wanted.reduce((set, word) => sets.with(set, word), 0);
      const sorted = wanted.toSorted((a, b) => a - b);
      expect(sets.of(sorted)).toBe(grown);
      expect([...sets.wordsOf(grown)]).toEqual(sorted);
      expect(known.get(sorted.join()) ?? grown).toBe(grown);
      known.set(sorted.join(), grown);
    }
    expect(new Set(known.values()).size).toBe(known.size);
  });
});

describe('arrays of rows', () => {
  const room = (capacity: number) => ({ capacity, shared: false });

  it('grow piece by piece, and are as narrow as they can be with words to come', async () => {
    const growing = new Growing();
    const rows = pieceRows + 10;
    for (let row = 0; row < rows; row++) growing.push(row % 200);
    const order = Uint32Array.from({ length: rows }, (_, row) => rows - 1 - row);
    const made = await growing.arranged(order, room(rows + 5));
    expect(made).toBeInstanceOf(Uint8Array);
    expect(made.length).toBe(rows + 5);
    expect([made[0], made[rows - 1]]).toEqual([(rows - 1) % 200, 0]);
    const widths = await Promise.all(
      [239, 240, 63_999, 64_000].map((largest) =>
        arranged(Uint32Array.of(largest), largest, Uint32Array.of(0), room(1)),
      ),
    );
    expect(widths.map((array) => array.BYTES_PER_ELEMENT)).toEqual([1, 2, 2, 4]);
  });

  it('become wider as they must', () => {
    const numbers = new Widening(3);
    for (const [row, number] of [255, 65_535, 65_536].entries()) numbers.set(row, number);
    expect([...numbers.numbers]).toEqual([255, 65_535, 65_536]);
  });

  it('find rows by id, and put them in order', () => {
    const chance = random(5);
    const hex = (digits: number) =>
      Array.from({ length: digits }, () => chance.int(0, 15).toString(16)).join('');
    const texts = Array.from({ length: 4_000 }, (_, at) => (at % 3 === 0 ? '0badcafe' : hex(8)) + hex(24));
    const view = (text: string) => new DataView(Uint8Array.from(Buffer.from(text, 'hex')).buffer);
    const ids = new RowIds();
    for (const text of texts) ids.add(view(text), 0);
    const find = ids.finder();
    expect(texts.map((text) => find(view(text), 0))).toEqual(texts.map((_, row) => row));
    // Far from the one found last.
    expect(texts.toReversed().map((text) => find(view(text), 0))).toEqual(
      texts.map((_, row) => row).reverse(),
    );
    for (const first of ['00000000', '0badcafe', hex(8), 'ffffffff'])
      expect(find(view(`${first}${hex(24)}`), 0)).toBe(-1);
    const order = Array.from(ids.byId().rows, (row) => ids.text(row).replaceAll('-', ''));
    expect(order).toEqual(texts.toSorted());
  });

  it('find nothing where there are no rows', () => {
    expect(new RowIds().finder()(new DataView(new ArrayBuffer(16)), 0)).toBe(-1);
  });
});
