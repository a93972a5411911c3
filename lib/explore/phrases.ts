import type { CivilDate } from '@/lib/dates/civil';
import { formatDay, formatMonth, formatRange } from '@/lib/dates/format';
import { type Grain, parsePartialDate, periodEnd, periodStart, type Span } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import type { FilterPart, IncidentFilters } from '@/lib/incidents/selection';
import { startsSpan } from '@/lib/incidents/spans';

/**
 * One part of the filter in words: "Type: Petition". `short` is the text for a pill, with long lists cut:
 * "Wage arrears, Layoffs and 3 more".
 */
export type FilterPhrase = { part: FilterPart; label: string; text: string; short: string };

/** The phrases of a filter as one sentence; `everything` when there are none. */
export function phrasesSentence(
  phrases: readonly Pick<FilterPhrase, 'label' | 'text'>[],
  locale: Locale,
): string {
  const t = exploreMessages[locale];
  if (phrases.length === 0) return t.everything;
  return phrases.map(({ label, text }) => `${label}${t.colon}${text}`).join(' · ');
}

/** When the intervals of a filter begin, in words: "2020–2021"; what can't be read stands as it is. */
export function describeStarts(text: string, locale: Locale): string {
  const span = startsSpan(text);
  return span ? formatRange(span.from, span.to, locale) : text;
}

/** The one end of an open range in words: a day, month or year as it is, of a quarter its outer month, of a week its outer day. */
function edgeOf(span: Span, edge: CivilDate, locale: Locale): string {
  const spans = (grain: Grain) =>
    span.from === periodStart(span.to, grain) && span.to === periodEnd(span.from, grain);
  if (spans('quarter')) return formatMonth(edge, locale);
  return spans('week') ? formatDay(edge, locale) : formatRange(span.from, span.to, locale);
}

/** The dates of a filter in words: "Jan 2019 – Jun 2020", "from 2019", "until Jun 2020". */
export function describeDates(filters: IncidentFilters, locale: Locale): string {
  const t = exploreMessages[locale];
  const from = filters.from ? parsePartialDate(filters.from) : null;
  const to = filters.to ? parsePartialDate(filters.to) : null;
  const certain = filters.match === 'certain' ? t.certainSuffix : '';
  if (from && to) return formatRange(from.from, to.to, locale) + certain;
  if (from) return t.since(edgeOf(from, from.from, locale)) + certain;
  if (to) return t.until(edgeOf(to, to.to, locale)) + certain;
  return '';
}
