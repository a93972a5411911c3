import type { RowRule, RowWarning } from './convert/types';
import type { ReadNote, TableFormat } from './read/types';

/** Rows with the same thing wrong: refused rows, or rows that are written but should be looked at. */
export type NoteGroup<Rule> = {
  rule: Rule;
  /** Column of the file; '' = the row as a whole. */
  column: string;
  /** The value that they share, where it tells something (codes, places); else that of the first row. */
  value: string;
  count: number;
  /** The first rows, with the table that they are in. */
  rows: { table: string; row: number; value: string }[];
  /** Ids of places that may be meant. */
  hints: string[];
};

/** A record that is there already and would get other values. */
export type ChangedRecord = {
  ref: string;
  row: number;
  fields: Record<string, { from: unknown; to: unknown }>;
};

/** A new record that may be of the same event as one that is there. */
export type LikelyPair = { row: number; title: string; ref: string; otherTitle: string };

/** A record as it would be made, for the eye. */
export type SampleRecord = {
  row: number;
  title: string;
  startsOn: string;
  endsOn: string;
  datePrecision: string;
  placeId: string;
  type: string;
  size: string | null;
  issues: string[];
};

/** What a check or an import counted. Rows without the header. */
export type ImportReport = {
  tables: {
    name: string;
    format: TableFormat;
    encoding: string | null;
    delimiter: string | null;
    headerRow: number;
    rows: number;
    notes: ReadNote[];
  }[];
  /** Rows read. */
  rows: number;
  /** Rows passed over because the mapping says so. */
  skipped: number;
  /** Rows that can be written. */
  accepted: number;
  /** Rows that can't. */
  refused: number;
  /** Of the accepted: records made, changed, and without a difference. */
  made: number;
  changed: number;
  unchanged: number;
  /** Records left as they are, since somebody edited them here after they were imported. */
  kept: number;
  faults: NoteGroup<RowRule>[];
  warnings: NoteGroup<RowWarning>[];
  /** Groups beyond those listed. */
  moreGroups: number;
  changedFields: { field: string; count: number }[];
  changedSample: ChangedRecord[];
  likely: { count: number; sample: LikelyPair[] };
  sample: SampleRecord[];
  /** How long it took, in seconds. */
  seconds: number;
  /** What taking it back did. `left`: refs of the first records that somebody worked on since, `leftCount` how many there are. */
  undone?: { removed: number; restored: number; left: string[]; leftCount: number };
};

/** Most groups, and most rows named in one, that a report holds. */
const most = { groups: 300, rows: 5 } as const;

/** Rules of which each value is a group of its own. */
const byValue: ReadonlySet<RowRule | RowWarning> = new Set([
  'unknown-code',
  'place-unknown',
  'place-ambiguous',
  'place-part',
  'value-left',
]);

/** Groups notes of rows as they come. */
export class Groups<Rule extends RowRule | RowWarning> {
  readonly #groups = new Map<string, NoteGroup<Rule>>();
  more = 0;

  add(
    note: { rule: Rule; column: string; value: string; hints?: readonly string[] },
    table: string,
    row: number,
  ): void {
    const { rule, column, value } = note;
    const key = `${rule}\u0000${column}\u0000${byValue.has(rule) ? value : ''}`;
    let group = this.#groups.get(key);
    if (!group) {
      if (this.#groups.size >= most.groups) {
        this.more += 1;
        return;
      }
      group = { rule, column, value, count: 0, rows: [], hints: [...(note.hints ?? [])] };
      this.#groups.set(key, group);
    }
    group.count += 1;
    if (group.rows.length < most.rows) group.rows.push({ table, row, value });
  }

  /** The groups, the largest first. */
  list(): NoteGroup<Rule>[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count);
  }
}
