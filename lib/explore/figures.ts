import { formatSpan } from '@/lib/dates/format';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import type { SizeSums, Totals } from '@/lib/incidents/counts/types';

import { type IncidentFilters, isNarrowed } from '@/lib/incidents/selection';
import { ratePer100k } from '@/lib/places/population';
import { choice } from '@/lib/url/params';
import type { FigureInfo } from './queries';

/** One big number of the strip. `href` opens what is behind it; relative to Explore with `filters`, or an address. */
export type Figure = {
  key: string;
  label: string;
  value: string;
  detail: string;
  opens: { filters: IncidentFilters } | { path: string };
};

/** What sources report of a data set, as far as the strip and the headline need it. Null = not reported. */
export type Reported = { total: FigureInfo; parts: FigureInfo[]; population: FigureInfo | null };

/** The reported totals of one data set; null when its sources state no total of incidents. */
export function reportedOf(figures: readonly FigureInfo[]): Reported | null {
  const total = figures.find(({ metric }) => metric === 'incidents');
  if (!total) return null;
  return {
    total,
    parts: figures.filter(({ metric }) => metric.startsWith('incidents:')),
    population: figures.find(({ metric }) => metric === 'population') ?? null,
  };
}

/** The strip of figures: what is counted, beside what is reported of the whole (never mixed into it). Pure. */
export function figureStrip(
  input: {
    filters: IncidentFilters;
    totals: Totals;
    /** Incidents in the data sets in view, without any other filter. */
    described: number;
    reported: Reported | null;
    offices: number;
  },
  locale: Locale,
): Figure[] {
  const t = exploreMessages[locale].figures;
  const { filters, totals, described, reported } = input;
  const number = (value: number, digits = 0) => formatNumber(value, locale, digits);
  const narrowed = isNarrowed(filters);
  const counted: Figure = {
    key: 'incidents',
    label: narrowed ? t.matching : t.described,
    value: number(totals.incidents),
    detail: narrowed
      ? t.ofDescribed(number(described))
      : reported
        ? t.shareOfReported(
            number((100 * totals.incidents) / reported.total.value, 1),
            number(reported.total.value),
          )
        : '',
    opens: { path: '#records' },
  };
  const directive: Figure = {
    key: 'directive',
    label: t.withDirective,
    value: t.ofTotal(number(totals.withDirective), number(totals.incidents)),
    detail: t.offices(number(input.offices), input.offices === 1),
    opens: { filters: { ...filters, directive: choice(['with']) } },
  };
  const participants: Figure = {
    key: 'participants',
    label: t.participants,
    value: totals.incidents === 0 ? number(0) : sizeRange(totals, locale),
    detail: sizeNote(totals, locale),
    opens: { path: '#records' },
  };
  if (!reported) return [counted, directive, participants];
  const rate = ratePer100k(reported.total.value, reported.population?.value ?? null);
  return [
    counted,
    ...reported.parts.map((figure) => ({
      key: figure.metric,
      label: reportedLabel(figure, locale),
      value: number(figure.value),
      detail:
        figure.from && figure.to
          ? formatSpan(figure.from, figure.to, locale)
          : t.reportedDetail(number(reported.total.value)),
      opens: { path: `/sources/${figure.sourceRef}` },
    })),
    directive,
    ...(rate !== null && reported.population
      ? [
          {
            key: 'rate',
            label: t.reportedRate,
            value: number(rate, 1),
            detail: t.population(number(reported.population.value)),
            opens: { path: `/sources/${reported.population.sourceRef}` },
          },
        ]
      : []),
  ];
}

/** How many incidents report no size; nothing where there is no incident. */
function sizeNote({ incidents, sizeUnknown }: Totals, locale: Locale): string {
  const t = exploreMessages[locale].figures;
  if (incidents === 0) return '';
  return sizeUnknown > 0 ? t.sizeUnknown(formatNumber(sizeUnknown, locale)) : t.sizesKnown;
}

/** What a reported total counts: "Reported petitions" for the types that are reported, else the figure's own label. */
export function reportedLabel({ metric, label, labelZh }: FigureInfo, locale: Locale): string {
  const t: Record<string, string> = exploreMessages[locale].figures.reported;
  return t[metric] ?? (locale === 'zh' ? labelZh : null) ?? label;
}

/** Rule 7: the sum of lower bounds to the sum of upper bounds, over the incidents that report one; open where an upper bound is missing. */
export function sizeRange(
  { sizeMin, sizeMax, sizeOpen }: Pick<SizeSums, 'sizeMin' | 'sizeMax' | 'sizeOpen'>,
  locale: Locale,
): string {
  const t = exploreMessages[locale].figures;
  const number = (value: number) => formatNumber(value, locale);
  if (sizeMin === null) return sizeMax === null ? t.notReported : t.atMost(number(sizeMax));
  if (sizeOpen > 0 || sizeMax === null) return t.atLeast(number(sizeMin));
  return sizeMin === sizeMax ? number(sizeMin) : t.sizeRange(number(sizeMin), number(sizeMax));
}
