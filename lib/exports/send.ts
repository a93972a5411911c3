import 'server-only';
import { headers } from 'next/headers';
import { currentViewer } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { openSelection } from '@/lib/explore/open';
import { takeHourlyTurn } from '@/lib/http/limits';
import { requestOrigin } from '@/lib/http/origin';
import { exportLocale, streamResponse } from '@/lib/http/respond';
import { faults } from '@/lib/i18n/messages/faults';
import { citationFiles, citationFormats } from '@/lib/incidents/record/cite';
import type { IncidentExport } from './about';
import { type RecordFormat, recordFiles } from './formats';
import { incompleteMarkOf } from './incidents';
import { noteExport } from './mutations';
import { recordOptions, recordParams } from './options';
import { previewExport } from './preview';
import { openExport } from './records';

/** What an address asks for, for everybody. */
async function wantedBy(request: Request, others: readonly string[]): Promise<IncidentExport> {
  const params = new URL(request.url).searchParams;
  const locale = exportLocale(params);
  const viewer = await currentViewer();
  const { selection, reference } = await openSelection(params, { viewer, locale }, others);
  return { selection, reference, viewer, locale, origin: await requestOrigin() };
}

/**
 * Answers an address with the records of its selection in a format. The numbers of incidents that are in the file,
 * made up, and left out stand in headers. It is counted against the limit of an hour and noted in the history.
 * @throws AppError for what the address or the format does not allow, `too-many` beyond the limit.
 */
export async function sendRecords(request: Request, format: RecordFormat): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const options = recordOptions(params, exportLocale(params));
  const wanted = await wantedBy(request, recordParams[format]);
  const { viewer, locale } = wanted;
  if (request.method !== 'HEAD') await takeHourlyTurn('export', { viewer, locale, headers: await headers() });
  const { about, pieces, close } = await openExport(format, wanted, options);
  const { mediaType, fileName } = recordFiles[format];
  const numbers = {
    'X-Daybook-Count': String(about.counts.exported),
    'X-Daybook-Left-Out': String(about.counts.leftOut),
    'X-Daybook-Synthetic': String(about.counts.synthetic),
  };
  const described = { type: mediaType, fileName, mark: incompleteMarkOf(format), headers: numbers };
  if (request.method === 'HEAD') {
    await close();
    return streamResponse(nothing(), described);
  }
  try {
    await noteExport(viewer, { format, query: about.query, count: about.counts.exported });
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return streamResponse(pieces, described);
}

async function* nothing(): AsyncGenerator<string> {}

/**
 * Answers with what can be said of a selection before it is exported: `about.json`, and its citation as `cite.txt`,
 * `cite.bib`, `cite.ris` and `cite.json`.
 * @throws AppError `not-found` for another name.
 */
export async function sendSelectionFile(request: Request, file: string): Promise<Response> {
  const format = citationFormats.find((one) => citationFiles[one].file === file);
  if (!format && file !== 'about.json') {
    const known = ['about.json', ...citationFormats.map((one) => citationFiles[one].file)].join(', ');
    throw new AppError('not-found', faults.noFile(file.slice(0, 60), known));
  }
  const preview = await previewExport(await wantedBy(request, []));
  if (!format) return Response.json(preview, { headers: { 'Cache-Control': 'no-store' } });
  return new Response(preview.cite[format], {
    headers: {
      'Content-Type': citationFiles[format].mediaType,
      'Content-Disposition': `attachment; filename="daybook-${file}"`,
      'Cache-Control': 'no-store',
    },
  });
}
