import 'server-only';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { database } from '@/lib/db/query';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { formatNumber, locales } from '@/lib/i18n/locale';
import { columnFileMessages } from '@/lib/i18n/messages/column-file';
import { columnsFor } from '../store';
import type { Columns } from '../types';
import { packedArrowOf } from './packed';
import { listWithheld } from './queries';
import { arrowOf } from './write';

/** The columns of one version as a file. */
type ColumnFile = {
  version: number;
  /** As browsers are sent them, packed with gzip. */
  planes: Uint8Array<ArrayBuffer>;
  /** As everybody can read them. */
  stream: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Slugs of the data sets that its incidents are in. */
  datasets: string[];
};

const pack = promisify(gzip);

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

/** Lets others have their turn. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

async function makeFile(columns: Columns): Promise<ColumnFile> {
  // Packing harder takes many times as long and saves a hundredth.
  const packed = await pack(await packedArrowOf(columns, breathe));
  return {
    version: columns.version,
    planes: new Uint8Array(packed),
    stream: async () => new Uint8Array(await arrowOf(columns, breathe)),
    datasets: datasetsOf(columns),
  };
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
