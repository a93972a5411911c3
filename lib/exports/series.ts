import type { BreakdownChart, DistrictChart, TimeChart } from '@/lib/charts/types';
import { csvLine } from './csv';

/** The series of a time chart as drawn: one line a bucket, one column a type, dates known only more coarsely apart. */
export function timeCsv({ buckets, keys }: TimeChart): string {
  const header = [
    'start',
    'end',
    'label',
    'coverage',
    'total',
    ...keys.flatMap(({ code }) => [code, `${code}_coarse`]),
  ];
  return [
    csvLine(header),
    ...buckets.map(({ start, end, label, coverage, total, stacks }) =>
      csvLine([
        start,
        end,
        label,
        coverage,
        coverage === 'none' && total === 0 ? null : total,
        ...keys.flatMap(({ code }) => {
          const { sure, coarse } = stacks[code] ?? { sure: 0, coarse: 0 };
          return coverage === 'none' && total === 0 ? [null, null] : [sure + coarse, coarse];
        }),
      ]),
    ),
  ].join('');
}

/** The counts of a district chart: units, then what is known only to the area, then what lies outside. */
export function districtsCsv({ units, coarse, outside }: DistrictChart): string {
  return [
    csvLine(['place_id', 'place', 'within', 'incidents', 'population', 'population_year', 'per_100000']),
    ...units.map((unit) =>
      csvLine([unit.code, unit.name, 'unit', unit.count, unit.people, unit.peopleYear, unit.rate]),
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
