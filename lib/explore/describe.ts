import { termLabel } from '@/lib/codebook/vocabularies';
import { formatRange } from '@/lib/dates/format';
import { parsePartialDate } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { dimensions } from '@/lib/incidents/dimensions';
import { startsSpan } from '@/lib/incidents/filters';
import { type ChoiceKey, type IncidentFilters, setParts } from '@/lib/incidents/selection';
import type { Choice } from '@/lib/url/params';

/** Names that only the database knows, in the language of the reader. Unknown ids come back as they are. */
export type Names = { dataset: (slug: string) => string; place: (id: string) => string };

/** One part of the filter in words: "Type: Petition". */
export type FilterPhrase = { part: ReturnType<typeof setParts>[number]; label: string; text: string };

/** The filter in words, one phrase a part, in the order of addresses. Empty = everything. Pure. */
export function describeFilters(filters: IncidentFilters, names: Names, locale: Locale): FilterPhrase[] {
  const t = exploreMessages[locale];
  return setParts(filters).map((part) => {
    switch (part) {
      case 'dates':
        return { part, label: t.parts.dates, text: describeDates(filters, locale) };
      case 'starts':
        return { part, label: t.parts.starts, text: describeStarts(filters.starts ?? '', locale) };
      case 'q':
        return { part, label: t.parts.q, text: filters.q };
      default:
        return {
          part,
          label: t.parts[part],
          text: describeChoice(filters[part], (value) => valueLabel(part, value, names, locale), locale),
        };
    }
  });
}

/** The filter as one sentence for subtitles, captions and file notes; `everything` when nothing is filtered. */
export function filterSentence(filters: IncidentFilters, names: Names, locale: Locale): string {
  const t = exploreMessages[locale];
  const phrases = describeFilters(filters, names, locale);
  if (phrases.length === 0) return t.everything;
  return phrases.map(({ label, text }) => `${label}${t.colon}${text}`).join(' · ');
}

/** A value of a filter in words. */
export function valueLabel(key: ChoiceKey, value: string, names: Names, locale: Locale): string {
  if (key === 'dataset') return names.dataset(value);
  if (key === 'place') {
    return value.startsWith('@')
      ? exploreMessages[locale].onlyAt(names.place(value.slice(1)))
      : names.place(value);
  }
  return termLabel(dimensions[key].vocabulary, value, locale);
}

function describeChoice({ any, not }: Choice, label: (value: string) => string, locale: Locale): string {
  const t = exploreMessages[locale];
  const parts = [any.map(label).join(t.or), not.length > 0 ? t.not(not.map(label).join(t.or)) : ''];
  return parts.filter((part) => part !== '').join(t.and);
}

/** The dates of a filter in words: "Jan 2019 – Jun 2020", "from 2019", "until Jun 2020". */
export function describeDates(filters: IncidentFilters, locale: Locale): string {
  const t = exploreMessages[locale];
  const from = filters.from ? parsePartialDate(filters.from) : null;
  const to = filters.to ? parsePartialDate(filters.to) : null;
  const certain = filters.match === 'certain' ? t.certainSuffix : '';
  if (from && to) return formatRange(from.from, to.to, locale) + certain;
  if (from) return t.since(formatRange(from.from, from.to, locale)) + certain;
  if (to) return t.until(formatRange(to.from, to.to, locale)) + certain;
  return '';
}

function describeStarts(text: string, locale: Locale): string {
  const span = startsSpan(text);
  return span ? formatRange(span.from, span.to, locale) : text;
}
