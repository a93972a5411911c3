import { dayNumber } from '@/lib/dates/civil';
import type { Facets } from '@/lib/incidents/counts/types';
import { countedFields } from '@/lib/incidents/dimensions';
import { dateSpan } from '@/lib/incidents/spans';
import { type Dashboard, filtered } from '../questions';
import { type Cells, cellsFor, countOf, seriesOf, sizesOf } from './cells';
import { Pairs } from './pairs';
import { seriesOfAll } from './series';
import { add, dayText, facetsOfAll, placesOf, placesOfAll, totalsOfAll } from './tallies';
import { byWord, type Known, okFor } from './words';

/** The whole dashboard without a filter: one loop a column. */
export function dashboardOfAll(known: Known): Dashboard {
  const { fields, rows } = known.columns;
  const pairs = new Pairs(fields.issue, fields.order);
  pairs.addRows(0, rows);
  return {
    facets: facetsOfAll(known),
    series: seriesOfAll(known),
    districts: placesOfAll(known),
    totals: totalsOfAll(known),
    matrix: pairs.answer(),
  };
}

/** What the loop below counts of rows that the whole filter keeps, or all of it but one part. */
type Kept = {
  kept: Uint32Array;
  butPlace: Uint32Array;
  butType: Uint32Array;
  butIssue: Uint32Array;
};

/** Sorts the rows in one loop: three parts of the filter as bits, and dates first, which no facet leaves out. */
function sorted({ columns, provinces }: Known): Kept {
  const { rows, starts, spans, fields, firstDay } = columns;
  const { from, to } = dateSpan(filtered);
  const [low, high] = [dayNumber(from) - firstDay, dayNumber(to) - firstDay];
  const missing = (ok: Uint8Array, bit: number) => ok.map((one) => (one === 1 ? 0 : bit));
  const noPlace = Uint8Array.from(provinces, (one) => (filtered.place.any.includes(one) ? 0 : 1));
  const noType = missing(okFor(fields.type, filtered.type.any), 2);
  const noIssue = missing(okFor(fields.issue, filtered.issue.any), 4);
  const [places, types, issues] = [fields.place.codes, fields.type.codes, fields.issue.codes];
  const lists = Array.from({ length: 8 }, () => new Uint32Array(rows));
  const ends = new Uint32Array(8);
  for (let row = 0; row < rows; row++) {
    const day = starts[row] as number;
    if (day > high || day + (spans[row] as number) < low) continue;
    const bits =
      (noPlace[places[row] as number] as number) |
      (noType[types[row] as number] as number) |
      (noIssue[issues[row] as number] as number);
    if ((bits & (bits - 1)) !== 0) continue;
    const end = ends[bits] as number;
    (lists[bits] as Uint32Array)[end] = row;
    ends[bits] = end + 1;
  }
  const list = (bits: number) => (lists[bits] as Uint32Array).subarray(0, ends[bits]);
  return { kept: list(0), butPlace: list(1), butType: list(2), butIssue: list(4) };
}

/** All facets of the filter. */
export const facetsOfFilter = (known: Known): Facets => facetsOf(known, sorted(known));

function facetsOf({ columns }: Known, { kept, butType, butIssue }: Kept): Facets {
  const found = countedFields.map((field) => {
    const column = columns.fields[field];
    const counts = new Uint32Array(column.sets ? column.sets.starts.length - 1 : column.words.length);
    const { codes } = column;
    for (let at = 0; at < kept.length; at++) add(counts, codes[kept[at] as number] as number);
    const own = field === 'type' ? butType : field === 'issue' ? butIssue : null;
    if (own) for (let at = 0; at < own.length; at++) add(counts, codes[own[at] as number] as number);
    return [field, byWord(column, counts)];
  });
  return Object.fromEntries(found);
}

/** The whole dashboard under the filter. */
export function dashboardOfFilter(known: Known): Dashboard {
  const { columns } = known;
  const { fields } = columns;
  const found = sorted(known);
  const { kept, butPlace, butIssue } = found;
  const width = fields.type.words.length;
  const series = cellsFor(1_024 * fields.precision.words.length * width);
  const days = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  for (let at = 0; at < kept.length; at++) addRow(known, series, days, kept[at] as number);
  const all = cellsFor(1);
  for (let group = 0; group < series.mins.length; group++) gather(series, group, all);
  const places = new Uint32Array(fields.place.words.length);
  for (const rows of [kept, butPlace])
    for (let at = 0; at < rows.length; at++) add(places, fields.place.codes[rows[at] as number] as number);
  const pairs = new Pairs(fields.issue, fields.order);
  for (const rows of [kept, butIssue])
    for (let at = 0; at < rows.length; at++) pairs.addRow(rows[at] as number);
  const facets = facetsOf(known, found);
  let synthetic = 0;
  for (const slug of columns.synthetic) synthetic += facets.dataset.get(slug) ?? 0;
  return {
    facets,
    series: seriesOf(known, series, true),
    districts: placesOf(known, places),
    totals: {
      incidents: countOf(all, 0),
      withDirective: facets.directive.get('with') ?? 0,
      synthetic,
      ...sizesOf(all, 0),
      firstDay: kept.length > 0 ? dayText(columns.firstDay + days.first) : null,
      lastDay: kept.length > 0 ? dayText(columns.firstDay + days.last) : null,
    },
    matrix: pairs.answer(),
  };
}

function addRow(
  { columns, monthOf }: Known,
  { counts, mins, maxs }: Cells,
  days: { first: number; last: number },
  row: number,
): void {
  const { starts, spans, sizeMin, sizeMax, fields } = columns;
  const day = starts[row] as number;
  const end = day + (spans[row] as number);
  if (day < days.first) days.first = day;
  if (end > days.last) days.last = end;
  const base =
    (monthOf[day] as number) * fields.precision.words.length + (fields.precision.codes[row] as number);
  const group = base * fields.type.words.length + (fields.type.codes[row] as number);
  const min = sizeMin.codes[row] as number;
  const max = sizeMax.codes[row] as number;
  add(counts, group * 4 + ((min - 1) >>> 31) * 2 + ((max - 1) >>> 31));
  mins[group] = (mins[group] as number) + (sizeMin.values[min] as number);
  maxs[group] = (maxs[group] as number) + (sizeMax.values[max] as number);
}

/** Adds a group to the one of all. */
function gather({ counts, mins, maxs }: Cells, group: number, all: Cells): void {
  for (let kind = 0; kind < 4; kind++)
    all.counts[kind] = (all.counts[kind] as number) + (counts[group * 4 + kind] as number);
  all.mins[0] = (all.mins[0] as number) + (mins[group] as number);
  all.maxs[0] = (all.maxs[0] as number) + (maxs[group] as number);
}
