import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPublicData } from '@/lib/imports/public/catalogue';
import { type Fetching, fetchPublicData, refuseToPublish, sumFor } from '@/lib/imports/public/fetch';
import { fileServer, sends } from '@/tests/support/file-server';

const text = 'id,country\n1,China\n';
const sum = createHash('sha256').update(text).digest('hex');
let server: Awaited<ReturnType<typeof fileServer>>;
let folder: string;
let desk: string;

beforeAll(async () => {
  server = await fileServer({
    '/known.csv': sends(text),
    '/other/new.csv': sends(text),
    '/4291': sends(text),
  });
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-fetch-'));
  desk = mkdtempSync(path.join(tmpdir(), 'daybook-desk-'));
  return () => {
    rmSync(folder, { recursive: true });
    rmSync(desk, { recursive: true });
  };
});
afterAll(() => server.end());

const entry = () => ({
  ...findPublicData('ucdp-ged'),
  address: server.address('/known.csv'),
  fileName: 'ged.csv',
  sha256: sum,
});
const fetched = (more: Partial<Fetching> = {}) =>
  fetchPublicData({ entry: entry(), from: null, sha256: null, keep: null, ...more }, folder);

test('the known file comes under its name, held to the known sum', async () => {
  expect(await fetched()).toBe(path.join(folder, 'ged.csv'));
  const altered = { ...entry(), sha256: 'b'.repeat(64) };
  await expect(fetched({ entry: altered })).rejects.toThrow(/is not the one that was expected/);
  expect(await fetched({ entry: altered, sha256: sum })).toBe(path.join(folder, 'ged.csv'));
});

test('another address has another name, and no sum but the one that is given', async () => {
  const altered = { ...entry(), sha256: 'b'.repeat(64) };
  const from = server.address('/other/new.csv');
  expect(sumFor({ entry: altered, from, sha256: null })).toBe(null);
  expect(await fetched({ entry: altered, from })).toBe(path.join(folder, 'new.csv'));
  await expect(fetched({ from, sha256: 'c'.repeat(64) })).rejects.toThrow(/not c{64}/);
  expect(await fetched({ from: server.address('/4291?format=original') })).toBe(path.join(folder, 'ged.csv'));
});

test('where it fails, it is said how to go on by hand', async () => {
  const gone = { ...entry(), address: server.address('/gone.csv') };
  await expect(fetched({ entry: gone })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringMatching(
      /answered 404\.\nYou can fetch the file by hand from http:\S+\/gone\.csv \(https:\/\/ucdp\.uu\.se\/downloads\/\) and import it with: npm run data -- get ucdp-ged --from FILE$/,
    ),
  });
  expect(readdirSync(folder)).toEqual([]);
  await expect(fetched({ from: 'http://example.org/a.zip' })).rejects.toThrow(/not an https address/);
});

test('a file that was fetched by hand is taken where it lies, and checked when a sum is given', async () => {
  const file = path.join(desk, 'by-hand.csv');
  await expect(fetched({ from: file })).rejects.toThrow(`There is no file “${file}”.`);
  writeFileSync(file, text);
  const before = server.asked.length;
  expect(await fetched({ from: file })).toBe(file);
  expect(await fetched({ from: file, sha256: sum })).toBe(file);
  await expect(fetched({ from: file, sha256: 'd'.repeat(64) })).rejects.toThrow(/not d{64}/);
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(server.asked.length).toBe(before);
});

test('it is kept where it is asked for, and nothing is written over', async () => {
  const keep = path.join(desk, 'kept.csv');
  await fetched({ keep });
  expect(readFileSync(keep, 'utf8')).toBe(text);
  const before = server.asked.length;
  await expect(fetched({ keep })).rejects.toThrow(`There is a file “${keep}” already`);
  await expect(fetched({ keep: path.join(desk, 'none/kept.csv') })).rejects.toThrow(/can't be written/);
  expect(server.asked.length).toBe(before);
});

test('leads are drafts only, which is said before anything is fetched', () => {
  const leads = findPublicData('gdelt-2019-03-03');
  expect(() => refuseToPublish(leads, 'published')).toThrow(/drafts only/);
  expect(() => refuseToPublish(leads, 'draft')).not.toThrow();
  expect(() => refuseToPublish(entry(), 'published')).not.toThrow();
});
