import { termLabel } from '@/lib/codebook/vocabularies';
import type { CivilDate } from '@/lib/dates/civil';
import { formatDay } from '@/lib/dates/format';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { dimensions, unknown } from '@/lib/incidents/dimensions';
import { type ChoiceKey, type IncidentFilters, setParts } from '@/lib/incidents/selection';
import type { Choice } from '@/lib/url/params';
import { describeDates, describeStarts, type FilterPhrase, phrasesSentence } from './phrases';

/** Names that only the database knows, in the language of the reader. Unknown ids come back as they are. */
export type Names = {
  dataset: (slug: string) => string;
  place: (id: string) => string;
  source: (ref: string) => string;
};

/** A source in a few words: "Epoch Times, 22 Oct 2020". */
export function sourceLabel(
  { outlet, publishedOn }: { outlet: string; publishedOn: CivilDate | null },
  locale: Locale,
): string {
  return publishedOn ? `${outlet}, ${formatDay(publishedOn, locale)}` : outlet;
}

/** The filter in words, one phrase a part, in the order of addresses. Empty = everything. Pure. */
export function describeFilters(filters: IncidentFilters, names: Names, locale: Locale): FilterPhrase[] {
  const t = exploreMessages[locale];
  return setParts(filters).map((part) => {
    const phrase = (text: string, short = text) => ({ part, label: t.parts[part], text, short });
    switch (part) {
      case 'dates':
        return phrase(describeDates(filters, locale));
      case 'starts':
        return phrase(describeStarts(filters.starts ?? '', locale));
      case 'q':
        return phrase(filters.q);
      default: {
        const label = (value: string) => valueLabel(part, value, names, locale);
        return phrase(
          describeChoice(filters[part], label, locale),
          describeShortly(filters[part], label, locale),
        );
      }
    }
  });
}

/** The filter as one sentence for subtitles, captions and file notes; `everything` when nothing is filtered. */
export function filterSentence(filters: IncidentFilters, names: Names, locale: Locale): string {
  return phrasesSentence(describeFilters(filters, names, locale), locale);
}

/** A value of a filter in words. */
export function valueLabel(key: ChoiceKey, value: string, names: Names, locale: Locale): string {
  const t = exploreMessages[locale];
  if (key === 'dataset') return names.dataset(value);
  if (key === 'source') return value === unknown ? t.noSource : names.source(value);
  if (key === 'category') return value === unknown ? t.noCategory : value;
  if (key === 'place' || key === 'destination') {
    if (value === unknown) return key === 'place' ? t.noPlace : t.noDestination;
    return value.startsWith('@') ? t.onlyAt(names.place(value.slice(1))) : names.place(value);
  }
  return termLabel(dimensions[key].vocabulary, value, locale);
}

function describeChoice({ any, not }: Choice, label: (value: string) => string, locale: Locale): string {
  const t = exploreMessages[locale];
  const parts = [any.map(label).join(t.or), not.length > 0 ? t.not(not.map(label).join(t.or)) : ''];
  return parts.filter((part) => part !== '').join(t.and);
}

/** Most values that a pill names. */
const mostNamed = 2;

/** A choice in as few words as a pill has room for: the first values by name, the others as a number. */
function describeShortly({ any, not }: Choice, label: (value: string) => string, locale: Locale): string {
  const t = exploreMessages[locale];
  const { andMore, comma } = filterBarMessages[locale];
  const shortly = (values: readonly string[]) => {
    const labels = values.map(label);
    if (labels.length <= mostNamed) return labels.join(t.or);
    const more = formatNumber(labels.length - mostNamed, locale);
    return andMore(labels.slice(0, mostNamed).join(comma), more);
  };
  return [shortly(any), not.length > 0 ? t.not(shortly(not)) : ''].filter((part) => part !== '').join(t.and);
}
