import type { CivilDate } from '@/lib/dates/civil';
import { formatRange } from '@/lib/dates/format';
import { periodEnd, periodStart } from '@/lib/dates/periods';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { type IncidentFilters, isNarrowed } from '@/lib/incidents/selection';
import type { CountedData } from './counting';
import { type Names, valueLabel } from './describe';
import type { Places } from './districts';
import { describeDates, describeStarts } from './phrases';

/**
 * What the page shows, as a title and a sentence. The whole of one data set goes by the data set's own title;
 * a narrowed selection is put together from types, places and dates. Pure.
 */
export function headline(
  input: {
    filters: IncidentFilters;
    data: Pick<CountedData, 'totals' | 'datasets' | 'reported'>;
    names: Names;
    places: Places;
  },
  locale: Locale,
): { title: string; subtitle: string } {
  const t = exploreMessages[locale];
  const { filters, data, names } = input;
  const number = (value: number) => formatNumber(value, locale);
  const n = data.totals.incidents;
  const [only, ...others] = data.datasets;
  const whole = !isNarrowed(filters);
  const covered =
    only?.coverageFrom && only.coverageTo && others.length === 0
      ? monthRange(only.coverageFrom, only.coverageTo, locale)
      : null;
  if (whole && only && others.length === 0) {
    const title = names.dataset(only.slug);
    return {
      title: covered ? t.headline.dated(title, covered) : title,
      subtitle: data.reported
        ? t.describedOf(number(n), number(data.reported.total.value))
        : t.matching(number(n), n === 1),
    };
  }
  const plurals: Record<string, string> = t.headline.types;
  const types = filters.type.any.map((code) => plurals[code] ?? valueLabel('type', code, names, locale));
  const what =
    types.length > 0 && types.length <= 2
      ? types.map((type, at) => (at === 0 ? type : type.toLowerCase())).join(t.or)
      : t.headline.incidents;
  const placeIds =
    filters.place.any.length > 0
      ? filters.place.any
      : only?.coveragePlaceId && others.length === 0
        ? [only.coveragePlaceId]
        : [];
  const placed =
    placeIds.length > 0 && placeIds.length <= 3
      ? t.headline.in(what, placeIds.map((id) => names.place(id.replace(/^@/, ''))).join(t.or))
      : what;
  const began = filters.starts && describeStarts(filters.starts, locale);
  const dates = began || describeDates(filters, locale) || covered;
  return {
    title: dates ? t.headline.dated(placed, dates) : placed,
    subtitle: t.matching(number(n), n === 1),
  };
}

/** A coverage as months: "Jan 2019 – Jun 2020". */
function monthRange(from: CivilDate, to: CivilDate, locale: Locale): string {
  return formatRange(periodStart(from, 'month'), periodEnd(to, 'month'), locale);
}
