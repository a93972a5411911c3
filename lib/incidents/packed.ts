import type { IncidentRow } from './row';

/** One incident of an export: of its sources the refs alone. */
export type ExportedIncident = Omit<IncidentRow, 'sources'> & {
  sources: { ref: string }[];
  /** Cells of an imported file that no field took, by the name of their column; null = none. */
  extra: Record<string, string> | null;
};

/** The lists of an incident that the database packs into one text each. */
const plainLists = ['issues', 'groups', 'forms', 'targets', 'responses'] as const;

/** An incident as the database hands it to exports: lists are texts, since these are read several times faster. */
export type PackedIncident = Omit<
  ExportedIncident,
  (typeof plainLists)[number] | 'directives' | 'orders' | 'offices' | 'sources'
> &
  Record<(typeof plainLists)[number], string> & {
    /** Of each directive its ref, its office and its orders; null = there is none. */
    directives: string | null;
    /** Of each claim the day of its source (`~` = unknown), a blank, and its ref. */
    sources: string;
  };

/** What stands between the values of a list, and between directives: characters that no code and no ref has. */
const [unit, record] = ['\u001f', '\u001e'];

/**
 * Takes the lists of an incident apart: those of directives sorted, each value once; sources by day, then ref. The
 * row becomes the incident: a copy of a million rows would cost more than all else.
 */
export function unpackIncident(packed: PackedIncident): ExportedIncident {
  const { directives, sources } = packed;
  const row = packed as unknown as ExportedIncident;
  for (const key of plainLists) row[key] = listOf(packed[key]);
  const found = directives === null ? [] : directives.split(record).map((one) => one.split(unit));
  row.directives = sorted(found.map(([ref = '']) => ref));
  row.offices = sorted(found.map(([, office = '']) => office));
  row.orders = sorted(found.flatMap(([, , ...orders]) => orders));
  row.sources = sorted(listOf(sources)).map((source) => ({ ref: source.slice(source.indexOf(' ') + 1) }));
  return row;
}

const listOf = (text: string): string[] => (text === '' ? [] : text.split(unit));

/** Each value once, in the order of the database: codes, refs and days are ASCII. */
const sorted = (values: string[]): string[] => (values.length < 2 ? values : [...new Set(values)].sort());
