import { existsSync } from 'node:fs';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { pool } from '@/lib/db/pool';
import { readCommandSettings } from '@/lib/env';
import { openSelection } from '@/lib/explore/open';
import { incompleteMarkOf } from '@/lib/exports/incidents';
import { noteExport } from '@/lib/exports/mutations';
import { recordOptions, recordParams } from '@/lib/exports/options';
import { openExport } from '@/lib/exports/records';
import { exportLocale } from '@/lib/http/respond';
import { type ExportArguments, readExportArguments } from './steps/export-arguments';
import { findDatabase } from './steps/find-database';
import { atEnd, runCommand } from './steps/lifecycle';
import { writeOut, writeWhole } from './steps/write-file';

const viewers: Record<ExportArguments['as'], Viewer> = {
  public: publicViewer,
  editor: { kind: 'account', id: '00000000-0000-0000-0000-000000000000', name: 'export', role: 'editor' },
};
const count = (value: number) => value.toLocaleString('en');

/** Writes the records of a selection to a file or to the standard output; see `scripts/export.mjs`. */
async function exportRecords(): Promise<number> {
  // The standard output may be the file, so that nothing else may go there.
  console.log = console.error;
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { format, out, query, as } = readExportArguments(process.argv.slice(2));
  const { DAYBOOK_ORIGIN } = readCommandSettings(process.env);
  process.env.DATABASE_URL = await findDatabase();
  atEnd(() => pool().end());
  const params = new URLSearchParams(query);
  const locale = exportLocale(params);
  const viewer = viewers[as];
  const options = recordOptions(params, locale);
  const { selection, reference } = await openSelection(params, { viewer, locale }, recordParams[format]);
  const origin = (DAYBOOK_ORIGIN ?? 'http://localhost:3000').replace(/\/$/, '');
  const began = performance.now();
  const { about, pieces, textsHeld } = await openExport(
    format,
    { selection, reference, viewer, locale, origin },
    options,
  );
  const { counts } = about;
  const bytes =
    out === null ? await toOutput(pieces, incompleteMarkOf(format)) : await writeWhole(out, pieces);
  const seconds = (performance.now() - began) / 1000;
  await noteExport(
    viewer,
    { format, query: about.query, count: counts.exported },
    { id: null, name: 'export', role: null },
  );
  const said = [
    `${count(counts.exported)} incidents as ${format}${out === null ? '' : ` in ${out}`}, ${count(bytes)} bytes.`,
    `Left out, as their data sets may not be given away: ${count(counts.leftOut)}.`,
    ...(counts.synthetic > 0 ? [`Made up: ${count(counts.synthetic)}.`] : []),
    ...(counts.pointsKept ? [`Exact points kept back: ${count(counts.pointsKept)}.`] : []),
    ...(textsHeld() > 0
      ? [`Texts with numbers or addresses of persons held back: ${count(textsHeld())}.`]
      : []),
    `${seconds.toFixed(1)} s, ${count(Math.round(counts.exported / seconds))} rows a second.`,
  ];
  console.error(said.join('\n'));
  return 0;
}

async function toOutput(pieces: AsyncIterable<string | Uint8Array>, mark: string | null): Promise<number> {
  // A reader that goes away shows in what is written next.
  process.stdout.on('error', () => {});
  try {
    return await writeOut(pieces);
  } catch (thrown) {
    if (mark !== null) process.stdout.write(`\r\n${mark}\r\n`);
    throw thrown;
  }
}

await runCommand(exportRecords);
