import { hasSuspectMarks } from '../read/text';
import { limits } from '../read/types';
import { makeColumns } from './columns';
import { type Draft, emptyDraft, type Given } from './draft';
import { finish } from './finish';
import type { ConvertOptions } from './options';
import { stepsOf } from './steps';
import type { Converted } from './types';

/** Turns one row into a record, or says what is wrong with it. Pure but for what it remembers to be fast. */
export type Converter = (cells: readonly string[], row: number, suspect: boolean) => Converted | 'skipped';

/** The apostrophe that a file of ours puts before what a spreadsheet would take for a formula (lib/exports/csv). */
const guard = /^'(?='*[=+\-@\t\r\n＝＋－＠])/;

/** A converter for the rows of one table. */
export function makeConverter(options: ConvertOptions): Converter {
  const { mapping, headers, own, guarded = own } = options;
  const columns = makeColumns(headers);
  const steps = stepsOf(options, columns);
  const key = mapping.key.map((name) => columns.indexOf(name)).filter((index) => index >= 0);
  const skips = mapping.skip
    .map(({ column, values }) => ({ at: columns.indexOf(column), values: new Set(values) }))
    .filter(({ at }) => at >= 0);
  const end = finish(options, columns);
  const taken = new Uint8Array(headers.length);
  const fields: Given = { targets: [], count: 0 };
  return (given, row, suspect) => {
    let cells = given;
    for (const { at, values } of skips) if (values.has((cells[at] ?? '').trim())) return 'skipped';
    const draft = emptyDraft(row, taken, fields);
    if (cells.length !== headers.length) settleLength(cells, headers.length, draft);
    if (guarded && cells.some((cell) => cell.startsWith("'")))
      cells = cells.map((cell) => cell.replace(guard, ''));
    // What such cells say is not read: it could be said nowhere, or would take too long.
    if (suspect && lookAt(cells, headers, draft))
      return { incident: null, faults: draft.faults, warnings: draft.warnings };
    for (const step of steps) step(cells, draft);
    return end(cells, draft, key);
  };
}

/** Fewer cells than columns are read as empty at the end, as spreadsheets write them; more can't be told apart. */
function settleLength(cells: readonly string[], columns: number, draft: Draft): void {
  if (cells.slice(columns).some((cell) => cell.trim() !== ''))
    draft.faults.push({ rule: 'ragged-row', column: '', value: `${cells.length} › ${columns}` });
  else if (cells.length === 1 && columns > 2)
    draft.faults.push({ rule: 'ragged-row', column: '', value: `${cells.length} › ${columns}` });
}

/** Whether a cell of a row is too long or holds what no text may hold; the draft says which. */
function lookAt(cells: readonly string[], headers: readonly string[], { faults }: Draft): boolean {
  const before = faults.length;
  for (const [index, cell] of cells.entries()) {
    const column = headers[index] ?? '';
    if (cell.length > limits.cell) faults.push({ rule: 'long-cell', column, value: String(cell.length) });
    else if (hasSuspectMarks(cell)) faults.push({ rule: 'bad-characters', column, value: '' });
  }
  return faults.length > before;
}
