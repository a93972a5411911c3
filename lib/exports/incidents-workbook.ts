import 'server-only';
import { namesIn } from '@/lib/explore/reference';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { citationOfExport } from './about';
import { citeSelection } from './cite-selection';
import { incidentColumns } from './incident-columns';
import type { RecordsToWrite } from './incidents';
import { factsOf } from './readme';
import { workbook } from './xlsx/workbook';

/** Widths of columns in characters where the usual one does not fit. */
const widths: Record<string, number> = {
  title: 50,
  title_zh: 40,
  summary: 60,
  coding_note: 40,
  place_name: 24,
};
const usualWidth = 16;

/** Incidents as a workbook, in pieces: a sheet of incidents, and one that says what they are. */
export function xlsxPieces({
  wanted,
  options,
  about,
  rows,
  gate,
}: RecordsToWrite): AsyncGenerator<Uint8Array> {
  const { sheets } = exportMessages[wanted.locale].files;
  const columns = incidentColumns(namesIn(wanted.reference, wanted.locale), wanted.locale, options.values);
  // The second sheet is written when all incidents are.
  const facts = () => factsOf(about, citeSelection(citationOfExport(about)).text, gate.textsHeld());
  return workbook(
    [
      {
        name: sheets.incidents,
        header: columns.map(({ name }) => name),
        widths: columns.map(({ name }) => widths[name] ?? usualWidth),
        rows: async function* () {
          for await (const batch of rows) yield batch.map((row) => columns.map(({ cell }) => cell(row)));
        },
      },
      {
        name: sheets.readme,
        header: null,
        widths: [26, 110],
        wrapped: true,
        rows: () => [
          facts().flatMap(({ label, lines }) => lines.map((line, i) => [i === 0 ? label : null, line])),
        ],
      },
    ],
    new Date(),
  );
}
