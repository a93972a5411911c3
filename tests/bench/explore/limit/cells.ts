import type { DatePrecision } from '@/lib/dates/periods';
import type { DayCount, SizeSums } from '@/lib/incidents/counts/types';
import type { Known } from './words';

/** Sums of groups of rows. Four counts a group: whether rows have a lower bound, and an upper. */
export type Cells = { counts: Uint32Array; mins: Float64Array; maxs: Float64Array };

export const cellsFor = (groups: number): Cells => ({
  counts: new Uint32Array(groups * 4),
  mins: new Float64Array(groups),
  maxs: new Float64Array(groups),
});

/** Which of the four counts a row goes to: 2 more without a lower bound, 1 more without an upper, without a branch. */
export function sizesOf({ counts, mins, maxs }: Cells, group: number): SizeSums {
  return {
    sizeMin: mins[group] || null,
    sizeMax: maxs[group] || null,
    sizeUnknown: counts[group * 4 + 3] as number,
    sizeOpen: counts[group * 4 + 1] as number,
  };
}

export const countOf = ({ counts }: Cells, group: number): number =>
  (counts[group * 4] as number) +
  (counts[group * 4 + 1] as number) +
  (counts[group * 4 + 2] as number) +
  (counts[group * 4 + 3] as number);

/** The cells of month × precision × type (or, without types, of month × precision) as an answer. */
export function seriesOf({ columns, months, precisions, types }: Known, cells: Cells, split: boolean) {
  const { precision, type } = columns.fields;
  const answer: DayCount[] = [];
  const codes = split ? types : [0];
  const used = cells.mins.length / (precision.words.length * codes.length);
  for (let month = 0; month < used; month++)
    for (const one of precisions)
      for (const code of codes) {
        const group = (month * precision.words.length + one) * codes.length + code;
        const count = countOf(cells, group);
        if (count === 0) continue;
        answer.push({
          day: months[month] as string,
          precision: precision.words[one] as DatePrecision,
          code: split ? (type.words[code] as string) : '',
          count,
          ...sizesOf(cells, group),
        });
      }
  return answer;
}
