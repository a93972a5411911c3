import type { BreakdownChart, DistrictNumbers } from '@/lib/charts/types';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { csvLine } from './csv';

/**
 * The counts of a district chart: units, then what is known only to a wider division (`wider`) or to the whole
 * area (`area-only`), then what lies outside.
 */
export function districtsCsv({ units, coarse, between, outside }: DistrictNumbers): string {
  return [
    csvLine(['place_id', 'place', 'within', 'incidents', 'population', 'population_year', 'per_100000']),
    ...units.map((unit) =>
      csvLine([unit.code, unit.name, 'unit', unit.count, unit.people, unit.peopleYear, unit.rate]),
    ),
    ...between.places.map(({ placeId, label, count }) =>
      csvLine([placeId, label, 'wider', count, null, null, null]),
    ),
    csvLine([coarse.placeId, coarse.label, 'area-only', coarse.count, null, null, null]),
    ...outside.map(({ placeId, label, count }) =>
      csvLine([placeId, label, 'outside', count, null, null, null]),
    ),
  ].join('');
}

/** The counts of a breakdown. */
export function breakdownCsv({ rows }: BreakdownChart): string {
  return [
    csvLine(['code', 'label', 'incidents']),
    ...rows.map(({ code, label, count }) => csvLine([code, label, count])),
  ].join('');
}

/** The cells of a matrix that hold incidents, one a line, with the totals of their row and column; all values. */
export function matrixCsv({ rows, columns, cells }: MatrixChart): string {
  return [
    csvLine([
      'row_field',
      'row_code',
      'row',
      'column_field',
      'column_code',
      'column',
      'incidents',
      'row_total',
      'column_total',
    ]),
    ...rows.heads.flatMap((row, i) =>
      columns.heads.flatMap((column, j) => {
        const count = cells[i]?.[j] ?? 0;
        if (count === 0) return [];
        const heads = [rows.field, row.code, row.label, columns.field, column.code, column.label];
        return csvLine([...heads, count, row.total, column.total]);
      }),
    ),
  ].join('');
}
