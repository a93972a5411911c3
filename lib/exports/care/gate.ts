import 'server-only';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import type { Db } from '@/lib/db/query';
import type { ExportedIncident } from '@/lib/incidents/packed';
import type { ClaimRow, DirectiveRow, ResponseRow, SourceExportRow } from '../queries';
import { type CaredKind, listExplained } from './queries';
import { clearedTexts } from './texts';

/** The rows of each table that files are made of and that holds free texts. */
type Rows = {
  incidents: ExportedIncident;
  directives: DirectiveRow;
  responses: ResponseRow;
  sources: SourceExportRow;
  claims: ClaimRow;
};
type Table = keyof Rows;

/** The free texts of each table: whatever somebody has typed or an import has brought, but codes, refs, days and addresses. */
export const freeTexts: Record<Table, readonly string[]> = {
  incidents: ['title', 'titleZh', 'summary', 'sourceCategory', 'sizeText', 'codingNote', 'extra'],
  directives: ['title', 'titleZh', 'summary', 'issuerText', 'addressees', 'codingNote'],
  responses: ['sizeText'],
  sources: ['outlet', 'headline', 'headlineZh', 'note'],
  claims: ['value', 'printed', 'locator', 'note'],
};

/** The record to which the texts of a row belong, and of which a reason may be known. */
type Owner = { kind: CaredKind; ref: string };
const recordOf: { [Name in Table]: (row: Rows[Name]) => Owner } = {
  incidents: ({ ref }) => ({ kind: 'incident', ref }),
  directives: ({ ref }) => ({ kind: 'directive', ref }),
  responses: ({ incident }) => ({ kind: 'incident', ref: incident }),
  sources: ({ ref }) => ({ kind: 'source', ref }),
  claims: ({ kind, record }) => ({ kind, ref: record }),
};

/** What all rows of a file go through before they are written. */
export type Gate = {
  /** The same batches, each row as it may leave. */
  pass: <Name extends Table>(
    table: Name,
    batches: AsyncIterable<Rows[Name][]>,
  ) => AsyncGenerator<Rows[Name][]>;
  /** Of how many texts something was held back so far. */
  textsHeld: () => number;
};

/**
 * The last look at free texts before they leave in a file, for everybody who may not edit: where numbers or addresses
 * of persons are found, a mark stands in their place, unless the history has a reason why they may stay. It rests on
 * no check before it. Of the database it asks only for records with findings, once a batch, in the snapshot of the file.
 */
export function openGate(db: Db, viewer: Viewer): Gate {
  const isOpen = may(viewer, 'edit');
  let held = 0;
  return {
    textsHeld: () => held,
    async *pass(table, batches) {
      for await (const rows of batches) {
        if (!isOpen) held += await clearRows(db, table, rows);
        yield rows;
      }
    },
  };
}

/** Takes out of some rows what may not leave; returns of how many texts. */
async function clearRows<Name extends Table>(db: Db, table: Name, rows: Rows[Name][]): Promise<number> {
  const found = rows.flatMap((row) => {
    const cleared = clearedTexts(row, freeTexts[table]);
    return cleared ? [{ row, record: recordOf[table](row), ...cleared }] : [];
  });
  if (found.length === 0) return 0;
  const explained = new Set<string>();
  for (const kind of new Set(found.map(({ record }) => record.kind))) {
    const refs = found.filter(({ record }) => record.kind === kind).map(({ record }) => record.ref);
    for (const ref of await listExplained(db, kind, refs)) explained.add(`${kind} ${ref}`);
  }
  let texts = 0;
  for (const { row, record, values, texts: own } of found) {
    if (explained.has(`${record.kind} ${record.ref}`)) continue;
    Object.assign(row, values);
    texts += own;
  }
  return texts;
}
