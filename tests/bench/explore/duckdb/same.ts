import type { Columns } from '@/lib/incidents/columns/types';
import type { DayCount, Facets, PairCount, PlaceCount, SizeSums, Totals } from '@/lib/incidents/counts/types';
import { type Dashboard, foldedToProvinces, type QuestionName } from '../questions';

/** Our answer as the rows of DuckDB's statements, as sorted texts. */
export function asRows(columns: Columns, name: QuestionName, answer: unknown): string[][] {
  switch (name) {
    case 'by province':
      return [texts([...foldedToProvinces(columns, answer as PlaceCount[])])];
    case 'by issue':
      return [texts(ofFacets({ issue: (answer as Facets).issue }))];
    case 'facets under one filter':
      return [texts(ofFacets(answer as Facets))];
    case 'total, no filter':
      return [texts([ofTotals(answer as Totals)])];
    case 'whole dashboard, filtered':
    case 'whole dashboard, no filter': {
      const { facets, series, districts, totals, matrix } = answer as Dashboard;
      return [
        texts(ofFacets(facets)),
        texts(series.map(ofDay)),
        texts((districts as PlaceCount[]).map(({ placeId, count }) => [placeId, count])),
        texts([ofTotals(totals)]),
        texts((matrix as PairCount[]).map(({ row, column, count }) => [row, column, count])),
      ];
    }
    default:
      return [texts((answer as DayCount[]).map(ofDay))];
  }
}

/** Rows as texts, in order. */
export const texts = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) => row.map((cell) => cell ?? 'none').join(' | ')).sort();

const ofFacets = (facets: Partial<Facets>) =>
  Object.entries(facets).flatMap(([field, counts]) =>
    [...counts].map(([code, count]) => [field, code, count]),
  );

const ofSizes = ({ sizeMin, sizeMax, sizeUnknown, sizeOpen }: SizeSums) => [
  sizeMin,
  sizeMax,
  sizeUnknown,
  sizeOpen,
];

const ofDay = (one: DayCount) => [one.day, one.precision, one.code, one.count, ...ofSizes(one)];

const ofTotals = (one: Totals) => [
  one.incidents,
  ...ofSizes(one),
  one.withDirective,
  one.synthetic,
  one.firstDay,
  one.lastDay,
];
