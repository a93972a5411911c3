import path from 'node:path';
import { expect, test } from 'vitest';
import { readCommandSettings } from '@/lib/env';
import { columnsFile } from '@/scripts/steps/columns-file';

const fileFor = (given: Record<string, string>) => columnsFile(readCommandSettings(given));

test('columns are kept beside the database that comes with Daybook, or where it is said', () => {
  expect(fileFor({})).toBe(path.resolve('.data', 'columns.bin'));
  expect(fileFor({ DAYBOOK_DATA_DIR: '/data' })).toBe('/data/columns.bin');
  expect(fileFor({ DATABASE_URL: 'postgresql://a:b@c/d' })).toBeNull();
  expect(fileFor({ DATABASE_URL: 'postgresql://a:b@c/d', DAYBOOK_COLUMNS_FILE: '/kept/x.bin' })).toBe(
    '/kept/x.bin',
  );
});
