import 'server-only';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { database } from '@/lib/db/query';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { formatNumber, locales } from '@/lib/i18n/locale';
import { columnFileMessages } from '@/lib/i18n/messages/column-file';
import { columnsFor } from '../store';
import type { Columns } from '../types';
import { listWithheld } from './queries';
import { arrowOf } from './write';

/** The columns of one version as a file, packed with gzip. */
type ColumnFile = {
  version: number;
  packed: Uint8Array<ArrayBuffer>;
  /** Slugs of the data sets that its incidents are in. */
  datasets: string[];
};

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** On the process: routes are bundled apart, and each would hold a file of its own. */
const held = globalThis as unknown as { daybookColumnFiles?: WeakMap<Columns, Promise<ColumnFile>> };

/**
 * The file of the newest columns; it is made once for each version of the data.
 * @throws AppError `not-found` where there is none: too many incidents, or some that may not be handed on.
 */
export async function columnFile(most = env().DAYBOOK_BROWSER_ROWS): Promise<ColumnFile> {
  if (most === 0) throw none('off');
  const columns = (await columnsFor(database))?.columns;
  if (!columns) throw none('notHeld');
  if (columns.rows - columns.dead.length > most) throw none('tooMany', most);
  const file = await fileOf(columns);
  const withheld = new Set(await listWithheld(database));
  if (file.datasets.some((slug) => withheld.has(slug))) throw none('withheld');
  return file;
}

function fileOf(columns: Columns): Promise<ColumnFile> {
  held.daybookColumnFiles ??= new WeakMap();
  const files = held.daybookColumnFiles;
  const made = files.get(columns) ?? makeFile(columns);
  files.set(columns, made);
  made.catch(() => files.delete(columns));
  return made;
}

/** The stream itself. */
export const unpacked = async ({ packed }: ColumnFile) => new Uint8Array(await unpack(packed));

async function makeFile(columns: Columns): Promise<ColumnFile> {
  const bytes = await arrowOf(columns, () => new Promise((resolve) => setImmediate(resolve)));
  // Packing harder takes many times as long and saves a hundredth.
  const packed = await pack(bytes);
  return { version: columns.version, packed: new Uint8Array(packed), datasets: datasetsOf(columns) };
}

/** Slugs of the data sets that incidents are in. */
function datasetsOf({ rows, dead, fields: { dataset } }: Columns): string[] {
  const gone = new Set(dead);
  const codes = new Set<number>();
  for (let row = 0; row < rows; row++) if (!gone.has(row)) codes.add(dataset.codes[row] as number);
  return [...codes].map((code) => dataset.words[code] as string);
}

function none(why: keyof typeof columnFileMessages.en, most = 0): AppError {
  const [en, zh] = locales.map((locale) => columnFileMessages[locale][why](formatNumber(most, locale)));
  return new AppError('not-found', { en: en ?? '', zh: zh ?? '' });
}
