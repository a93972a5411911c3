import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { ownFilterMessages } from '@/lib/i18n/messages/own-filter';
import type { SplitField } from '@/lib/incidents/dimensions';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { isEmptyChoice } from '@/lib/url/params';

/** What a chart says of its numbers where it leaves out the filter on its own fields. */
export type OwnFilter = {
  /** The line "n = 8 incidents" with what is counted beside it. */
  n: (line: string) => string;
  /** A sentence about what is counted, with what the filter keeps of it. */
  sentence: (words: string) => string;
};

/**
 * Words for a chart that leaves out the filters on some fields: of `kept` incidents that the whole filter keeps, and
 * `counted` without those. Null = no such filter is set. Pure.
 */
export function ownFilter(
  fields: readonly SplitField[],
  filters: IncidentFilters,
  { kept, counted, locale }: { kept: number; counted: number; locale: Locale },
): OwnFilter | null {
  const set = [...new Set(fields)].filter((field) => !isEmptyChoice(filters[field]));
  if (set.length === 0) return null;
  const t = ownFilterMessages[locale];
  const names = set.map((field) => exploreMessages[locale].parts[field]);
  const named = locale === 'zh' ? names.map((name) => `“${name}”`).join('与') : names.join(' and ');
  const isOne = set.length === 1;
  return {
    n: (line) => t.counted(line, named, isOne, formatNumber(counted, locale)),
    sentence: (words) => t.around(named, isOne, words, formatNumber(kept, locale)),
  };
}
