import type { BreakdownChart, DistrictNumbers } from '@/lib/charts/types';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { type CountsFile, countsCsv } from './counts';

/**
 * The counts of a district chart: units, then what is known only to a wider division (`wider`) or to the whole
 * area (`area-only`), or to one around it (`around`), then what lies outside.
 */
export function districtsCsv({ frame, units, ...rest }: DistrictNumbers): CountsFile {
  const { coarse, around, between, outside } = rest;
  const apart = (within: string, places: DistrictNumbers['outside']) =>
    places.map(({ placeId, label, count }) => [placeId, label, within, count, null, null, null]);
  return countsCsv(
    frame,
    ['place_id', 'place', 'within', 'incidents', 'population', 'population_year', 'per_100000'],
    [
      ...units.map((unit) => [
        unit.code,
        unit.name,
        'unit',
        unit.count,
        unit.people,
        unit.peopleYear,
        unit.rate,
      ]),
      ...apart('wider', between.places),
      ...apart('area-only', [coarse]),
      ...apart('around', around.places),
      ...apart('outside', outside),
    ],
  );
}

/** The counts of a breakdown. */
export function breakdownCsv({ frame, rows }: BreakdownChart): CountsFile {
  return countsCsv(
    frame,
    ['code', 'label', 'incidents'],
    rows.map(({ code, label, count }) => [code, label, count]),
  );
}

const matrixColumns = [
  'row_field',
  'row_code',
  'row',
  'column_field',
  'column_code',
  'column',
  'incidents',
  'row_total',
  'column_total',
];

/** The cells of a matrix that hold incidents, one a line, with the totals of their row and column; all values. */
export function matrixCsv({ frame, rows, columns, cells }: MatrixChart): CountsFile {
  return countsCsv(
    frame,
    matrixColumns,
    rows.heads.flatMap((row, i) =>
      columns.heads.flatMap((column, j) => {
        const count = cells[i]?.[j] ?? 0;
        if (count === 0) return [];
        const heads = [rows.field, row.code, row.label, columns.field, column.code, column.label];
        return [[...heads, count, row.total, column.total]];
      }),
    ),
  );
}
