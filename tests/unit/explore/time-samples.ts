import type { TimeInput } from '@/lib/explore/time';
import type { Locale } from '@/lib/i18n/locale';
import type { DayCount } from '@/lib/incidents/counts/types';

/** Incidents of unknown size that began on a day, under one code. */
export const count = (day: string, code: string, n = 1, more: Partial<DayCount> = {}): DayCount => ({
  day,
  precision: 'day',
  code,
  count: n,
  sizeMin: null,
  sizeMax: null,
  sizeUnknown: n,
  sizeOpen: 0,
  ...more,
});

/** What stands around a chart, without words. */
export const baseIn = (locale: Locale): TimeInput['base'] => ({
  subtitle: '',
  source: '',
  n: '',
  permalink: '',
  madeOn: '2025-11-25',
  synthetic: 0,
  locale,
});
