import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pool as productPool } from '@/lib/db/pool';
import { incompleteMark } from '@/lib/exports/incidents';
import { previewExport } from '@/lib/exports/preview';
import { openExport } from '@/lib/exports/records';
import { streamResponse } from '@/lib/http/respond';
import { bytesOf, unzip } from '../support/archive';
import { type ExportWorld, exportWorld, plain } from '../support/exports';

let world: ExportWorld;
beforeAll(async () => {
  world = await exportWorld();
});
afterAll(() => world.end());
const wantedBy: ExportWorld['wantedBy'] = (...asked) => world.wantedBy(...asked);
const file: ExportWorld['file'] = (...asked) => world.file(...asked);

test.each(['csv', 'zip'] as const)(
  '%s gives its connection back, whether it is read to its end, given up or not begun',
  async (format) => {
    for (let i = 0; i < 4; i++) {
      const given = await openExport(format, wantedBy('?type=petition'), plain);
      await bytesOf(given.pieces, 5_000);
      const unread = await openExport(format, wantedBy('?dataset=zhanjiang-log'), plain);
      await unread.close();
      await file(format, '?dataset=zhanjiang-log');
    }
    await expect.poll(() => productPool().totalCount - productPool().idleCount).toBe(0);
  },
);

describe('what breaks off', () => {
  /** Ends the connections of the product, as when the database goes away. */
  const cut = () =>
    world.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'daybook'`,
    );
  const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
    const { error } = console;
    console.error = () => {};
    try {
      return await work();
    } finally {
      console.error = error;
    }
  };

  test.each(['zip', 'xlsx'] as const)(
    'as %s ends the connection, and what came does not open',
    async (format) => {
      const { pieces } = await openExport(format, wantedBy(''), { values: 'both', bom: false });
      const response = await streamResponse(pieces, { type: 'x/y', fileName: 'a', mark: null });
      const reader = response.body?.getReader();
      const came: Uint8Array[] = [];
      await quietly(async () => {
        const first = await reader?.read();
        came.push(first?.value ?? new Uint8Array());
        await cut();
        await expect(
          (async () => {
            for (;;) {
              const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
              if (done) return;
              came.push(value ?? new Uint8Array());
            }
          })(),
        ).rejects.toThrow();
      });
      const bytes = Buffer.concat(came);
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
      await expect(unzip(bytes)).rejects.toThrow();
    },
  );

  test.each(['csv', 'json', 'ndjson', 'geojson'] as const)(
    'as %s ends in a line that says so',
    async (format) => {
      const { pieces } = await openExport(format, wantedBy(''), { values: 'both', bom: false });
      const response = await streamResponse(pieces, { type: 'x/y', fileName: 'a', mark: incompleteMark });
      await cut();
      const text = await quietly(() => response.text());
      expect(text.trimEnd().endsWith(incompleteMark)).toBe(true);
      if (format === 'json' || format === 'geojson') expect(() => JSON.parse(text)).toThrow();
    },
  );
});

describe('a sheet that cannot hold the records', () => {
  const summary = (text: string) =>
    world.pool.query(`UPDATE incidents SET summary = $1 WHERE ref = 'mu-x0'`, [text]);

  test.each([
    ['x'.repeat(32_767), true],
    ['x'.repeat(32_768), false],
    ['工'.repeat(32_767), true],
    ['😀'.repeat(16_383), true],
    ['😀'.repeat(16_384), false],
  ])('is refused before anything is written, by the longest text (%#)', async (text, fits) => {
    await world.pool.query(`UPDATE incidents SET status = 'published' WHERE ref = 'mu-x0'`);
    await summary(text);
    try {
      const opened = openExport('xlsx', wantedBy('?dataset=made-up'), { values: 'codes', bom: false });
      if (fits) expect((await bytesOf((await opened).pieces)).length).toBeGreaterThan(0);
      else
        await expect(opened).rejects.toMatchObject({
          code: 'invalid',
          message: /^One incident has a text longer/,
        });
      const { xlsx } = await previewExport(wantedBy('?dataset=made-up'));
      expect(xlsx === null).toBe(fits);
      expect((await file('csv', '?dataset=made-up')).counts.exported).toBeGreaterThan(0);
    } finally {
      await summary('short again');
    }
  });
});
