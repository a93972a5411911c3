import { type CivilDate, dayNumber, fromDayNumber } from '@/lib/dates/civil';
import { type Grain, nextPeriod, periodStart } from '@/lib/dates/periods';

/** The periods of some days. */
export type Periods = {
  /** Of each day, from the first day of the columns on, the number of its period; 0 for days before the first. */
  ofDay: Uint32Array;
  /** The first day of each period; for days, the day. */
  firsts: CivilDate[];
};

/** The periods of a grain that touch the days `first` to `last`, counted from `firstDay`. Pure. */
export function periodsOf(
  grain: Grain,
  firstDay: number,
  { first, last }: { first: number; last: number },
): Periods {
  const ofDay = new Uint32Array(Math.max(0, last + 1));
  const firsts: CivilDate[] = [];
  let start = periodStart(fromDayNumber(firstDay + first), grain);
  for (let day = first; day <= last; ) {
    const next = nextPeriod(start, grain);
    const end = Math.min(last + 1, dayNumber(next) - firstDay);
    ofDay.fill(firsts.length, day, end);
    firsts.push(start);
    start = next;
    day = end;
  }
  return { ofDay, firsts };
}
