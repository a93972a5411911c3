import { chartMessages } from '@/lib/charts/messages';
import { rateDigits, unitValue } from '@/lib/charts/ranks';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DistrictCount, DistrictNumbers } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';

/** Decimals of the values of a map. */
export function valueDigits({ measure, units }: DistrictNumbers): number {
  return measure === 'count' ? 0 : rateDigits(units);
}

/** The value of a unit in short: "61", "3.2", "–" where there is no rate. */
export function shortValue(chart: DistrictNumbers, unit: DistrictCount, digits: number): string {
  const value = unitValue(unit, chart.measure);
  return value === null ? '–' : formatNumber(value, chart.frame.locale, digits);
}

/** The value of a unit in words: "2 incidents", "3.2 per 100,000 people (2 incidents)". */
export function valueWords({ measure, frame, units }: DistrictNumbers, unit: DistrictCount): string {
  const screen = screenMessages[frame.locale];
  if (measure === 'count') return screen.incidents(unit.count);
  const rate =
    unit.rate === null
      ? chartMessages[frame.locale].noRate
      : screen.perPeople(formatNumber(unit.rate, frame.locale, rateDigits(units)));
  return `${rate} (${screen.incidents(unit.count)})`;
}
