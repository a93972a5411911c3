import { describe, expect, test } from 'vitest';
import { type ZipEntry, zipFile } from '@/lib/exports/zip';
import { bytesOf, unzip } from '../../support/archive';

const madeAt = new Date('2026-11-25T12:00:00Z');
const text = (name: string, content: string): ZipEntry => ({ name, content: () => [content] });

/** Pieces that can hardly be packed, so that they are sent as they come. */
function* noise(pieces: number): Generator<Uint8Array> {
  let state = 1;
  for (let i = 0; i < pieces; i++) {
    const bytes = new Uint8Array(64 * 1024);
    for (let at = 0; at < bytes.length; at++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      bytes[at] = state >>> 16;
    }
    yield bytes;
  }
}

describe('a ZIP', () => {
  test('holds the files in order, as they were', async () => {
    const big = [...noise(20)];
    const zip = await bytesOf(
      zipFile([text('a.txt', '一行\n'), { name: 'b.bin', content: () => big }, text('c/空.csv', '')], madeAt),
    );
    const files = await unzip(zip);
    expect([...files.keys()]).toEqual(['a.txt', 'b.bin', 'c/空.csv']);
    expect(files.get('a.txt')?.toString()).toBe('一行\n');
    expect(files.get('b.bin')?.equals(Buffer.concat(big))).toBe(true);
    expect(files.get('c/空.csv')?.length).toBe(0);
  });

  test('asks for the content of a file only when those before it are written', async () => {
    const order: string[] = [];
    const entry = (name: string): ZipEntry => ({
      name,
      content: async function* () {
        order.push(`${name} begins`);
        yield 'x';
        order.push(`${name} ends`);
      },
    });
    await bytesOf(zipFile([entry('a'), entry('b')], madeAt));
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  test('that breaks in the middle throws what broke it, and what was sent does not open', async () => {
    const sent: Buffer[] = [];
    const broken: ZipEntry = {
      name: 'b.bin',
      content: function* () {
        yield* noise(10);
        throw new Error('the database went away');
      },
    };
    const pieces = zipFile([text('a.txt', 'whole'), broken, text('c.txt', 'never')], madeAt);
    await expect(
      (async () => {
        for await (const piece of pieces) sent.push(Buffer.from(piece));
      })(),
    ).rejects.toThrow('the database went away');
    expect(sent.length).toBeGreaterThan(0);
    await expect(unzip(Buffer.concat(sent))).rejects.toThrow();
  });

  test('that its reader gives up ends the file that was being read', async () => {
    let ended = false;
    const endless: ZipEntry = {
      name: 'a.bin',
      content: async function* () {
        try {
          for (;;) yield* noise(1);
        } finally {
          ended = true;
        }
      },
    };
    await bytesOf(zipFile([endless], madeAt), 200_000);
    await expect.poll(() => ended).toBe(true);
  });
});
