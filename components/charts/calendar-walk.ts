import { type CalendarDay, daysIn } from '@/lib/charts/calendar-layout';
import type { Calendar } from '@/lib/charts/types-time';

/** The incidents of a day; null = no data, undefined = the calendar has no such day. */
export function countOn({ years }: Calendar, { year, index }: CalendarDay): number | null | undefined {
  return years.find((one) => one.year === year)?.days[index];
}

/** The last day with an incident, else the last with data: where the keys begin. */
export function firstStop({ years }: Calendar): CalendarDay | null {
  for (const wanted of [(count: number | null) => (count ?? 0) > 0, (count: number | null) => count !== null])
    for (const { year, days } of years) {
      const index = days.findLastIndex(wanted);
      if (index >= 0) return { year, index };
    }
  return null;
}

/** The day that a key leads to; null = the key does not walk. Days follow one another across the years. */
export function walk(key: string, { year, index }: CalendarDay, { years }: Calendar): CalendarDay | null {
  const days =
    key === 'ArrowUp'
      ? -1
      : key === 'ArrowDown'
        ? 1
        : key === 'ArrowLeft'
          ? -7
          : key === 'ArrowRight'
            ? 7
            : 0;
  const [newest, oldest] = [years[0]?.year ?? year, years.at(-1)?.year ?? year];
  if (days !== 0) {
    const next = index + days;
    if (next < 0)
      return year > oldest ? { year: year - 1, index: daysIn(year - 1) + next } : { year, index: 0 };
    if (next >= daysIn(year))
      return year < newest
        ? { year: year + 1, index: next - daysIn(year) }
        : { year, index: daysIn(year) - 1 };
    return { year, index: next };
  }
  if (key === 'Home') return { year, index: 0 };
  if (key === 'End') return { year, index: daysIn(year) - 1 };
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const to = key === 'PageUp' ? Math.min(newest, year + 1) : Math.max(oldest, year - 1);
  return { year: to, index: Math.min(index, daysIn(to) - 1) };
}
