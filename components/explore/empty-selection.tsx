import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatRange } from '@/lib/dates/format';
import { linksFrom } from '@/lib/explore/links';
import type { ExplorePage } from '@/lib/explore/open';
import { describeDates } from '@/lib/explore/phrases';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { keepsAll } from '@/lib/incidents/selection';
import { dateSpan } from '@/lib/incidents/spans';

/** Why there is nothing, and which part of the filter to take away: the one that brings back most comes first. */
export function EmptySelection({ page, base, locale }: { page: ExplorePage; base: string; locale: Locale }) {
  const t = exploreMessages[locale].empty;
  const { selection, alternatives, described } = page;
  const links = linksFrom(selection, base);
  const helping = alternatives.filter(({ count }) => count > 0);
  const isFiltered = !keepsAll(selection.filters);
  return (
    <EmptyState
      title={t.title}
      actions={
        <>
          {helping.map(({ label, filters, count }, index) => (
            <ButtonLink key={label} href={links.to(filters)} variant={index === 0 ? 'primary' : 'default'}>
              {t.alternative(label, formatNumber(count, locale))}
            </ButtonLink>
          ))}
          {isFiltered && described > 0 && (
            <ButtonLink href={links.clear()} variant={helping.length === 0 ? 'primary' : 'quiet'}>
              {filterBarMessages[locale].empty.clearAll(formatNumber(described, locale))}
            </ButtonLink>
          )}
        </>
      }
    >
      <Reason page={page} locale={locale} />
    </EmptyState>
  );
}

function Reason({ page, locale }: { page: ExplorePage; locale: Locale }) {
  const { selection, alternatives, coverage, described } = page;
  const { filters } = selection;
  const t = filterBarMessages[locale].empty;
  if (keepsAll(filters) || described === 0) return <p>{exploreMessages[locale].empty.nothing}</p>;
  const span = dateSpan(filters);
  const isOutside = coverage !== null && (span.to < coverage.from || span.from > coverage.to);
  if (isOutside) {
    const covered = formatRange(coverage.from, coverage.to, locale);
    return <p>{t.uncovered(describeDates(filters, locale), covered)}</p>;
  }
  const [most] = alternatives;
  if (!most || most.count === 0) return <p>{t.noneAlone}</p>;
  const phrase = page.phrases.find(({ label }) => label === most.label);
  const said = phrase ? `${phrase.label}${exploreMessages[locale].colon}${phrase.short}` : most.label;
  return <p>{t.restrictive(said, formatNumber(most.count, locale), most.count === 1)}</p>;
}
