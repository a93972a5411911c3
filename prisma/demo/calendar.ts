import {
  addDays,
  type CivilDate,
  dateParts,
  dayNumber,
  earlier,
  fromDayNumber,
  isoWeekday,
} from '@/lib/dates/civil';
import { type DatePrecision, periodEnd, periodStart } from '@/lib/dates/periods';
import { draw, indexAt, type Random, weighted } from './random';

/** The days that the demo set covers. */
export const demoCoverage = { from: '2010-01-01', to: '2025-12-31' } as const;

/** A reference period as the generator needs it. */
export type DemoPeriod = { id: string; startsOn: CivilDate; endsOn: CivilDate };

/** How likely each day of the coverage is, as running sums, and which reference period it lies near. */
export type DemoCalendar = { sums: Float64Array; near: readonly (string | null)[] };

const firstDay = dayNumber(demoCoverage.from);
const lastDay = dayNumber(demoCoverage.to);

/** Factor by year: a rise, a fall, and a dip in the middle. Invented. */
const years: Record<number, number> = {
  2010: 0.55,
  2011: 0.66,
  2012: 0.78,
  2013: 0.9,
  2014: 1.05,
  2015: 1.25,
  2016: 1.3,
  2017: 1.12,
  2018: 1.05,
  2019: 1.0,
  2020: 0.62,
  2021: 0.8,
  2022: 1.1,
  2023: 1.35,
  2024: 1.5,
  2025: 1.4,
};

/** Factor by month, January first: high before the Spring Festival, low in it, higher again in summer. */
const months = [1.35, 0.7, 0.95, 1.0, 1.05, 1.1, 1.12, 1.05, 0.95, 0.92, 1.0, 1.2];

/** Factor by day of the week, Monday first. */
const weekdays = [1.15, 1.12, 1.1, 1.08, 1.05, 0.8, 0.7];

/** Factor on the days of a reference period, by the first words of its id, and on how many days around it. */
const surges = [
  { id: 'two-sessions', factor: 2.2, before: 3, after: 2 },
  { id: 'june-fourth', factor: 3.5, before: 2, after: 1 },
  { id: 'national-day', factor: 2.6, before: 4, after: 3 },
  { id: 'spring-festival', factor: 0.35, before: 1, after: 5 },
] as const;

/** The calendar for some reference periods; one that is not there leaves its days as they are. */
export function demoCalendar(periods: readonly DemoPeriod[]): DemoCalendar {
  const days = lastDay - firstDay + 1;
  const weights = new Float64Array(days);
  const near: (string | null)[] = new Array(days).fill(null);
  for (let n = 0; n < days; n++) {
    const day = fromDayNumber(firstDay + n);
    const { year, month } = dateParts(day);
    weights[n] = (years[year] ?? 1) * (months[month - 1] ?? 1) * (weekdays[isoWeekday(day) - 1] ?? 1);
  }
  for (const { id, startsOn, endsOn } of periods) {
    const surge = surges.find((one) => id.startsWith(one.id));
    if (!surge) continue;
    const to = dayNumber(endsOn) + surge.after - firstDay;
    for (let n = dayNumber(startsOn) - surge.before - firstDay; n <= to; n++) {
      if (n < 0 || n >= days) continue;
      weights[n] = (weights[n] ?? 0) * surge.factor;
      near[n] = surge.id;
    }
  }
  let sum = 0;
  return { sums: weights.map((weight) => (sum += weight)), near };
}

/** Draws a day; its reference period, if any, comes with it. */
export function drawDay(
  random: Random,
  { sums, near }: DemoCalendar,
): { day: CivilDate; near: string | null } {
  const index = indexAt(sums, random.next() * (sums[sums.length - 1] ?? 0));
  return { day: fromDayNumber(firstDay + index), near: near[index] ?? null };
}

/** The interval of an incident with its precision, always within the coverage. */
export type DemoSpan = { startsOn: CivilDate; endsOn: CivilDate; datePrecision: DatePrecision };

const precisions = weighted<DatePrecision>([
  ['day', 80],
  ['days', 7],
  ['week', 5],
  ['month', 5],
  ['quarter', 1.5],
  ['year', 1.5],
]);

/** The span that a drawn day stands for. A period that would leave the coverage becomes the day itself. */
export function drawSpan(random: Random, day: CivilDate): DemoSpan {
  const datePrecision = draw(random, precisions);
  if (datePrecision === 'day') return one(day);
  if (datePrecision === 'days') {
    const length = random.chance(0.9) ? random.whole(1, 6) : random.whole(7, 40);
    const endsOn = earlier(addDays(day, length), demoCoverage.to);
    return endsOn > day ? { startsOn: day, endsOn, datePrecision } : one(day);
  }
  const startsOn = periodStart(day, datePrecision);
  const endsOn = periodEnd(day, datePrecision);
  if (startsOn < demoCoverage.from || endsOn > demoCoverage.to) return one(day);
  return { startsOn, endsOn, datePrecision };
}

const one = (day: CivilDate): DemoSpan => ({ startsOn: day, endsOn: day, datePrecision: 'day' });
