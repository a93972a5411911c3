import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatRange } from '@/lib/dates/format';
import type { ExplorePage } from '@/lib/explore/open';
import { selectionPath, withFilters } from '@/lib/explore/view';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { keepsAll } from '@/lib/incidents/selection';

/** Why there is nothing, and which part of the filter to take away. */
export function EmptySelection({ page, base, locale }: { page: ExplorePage; base: string; locale: Locale }) {
  const t = exploreMessages[locale].empty;
  const { selection, alternatives, time } = page;
  const helping = alternatives.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const [first, last] = [time.buckets[0], time.buckets[time.buckets.length - 1]];
  const uncovered = first && last && time.buckets.every(({ coverage }) => coverage === 'none');
  return (
    <EmptyState
      title={t.title}
      actions={helping.map(({ label, filters, count }) => (
        <ButtonLink key={label} href={selectionPath(base, withFilters(selection, filters))}>
          {t.alternative(label, formatNumber(count, locale))}
        </ButtonLink>
      ))}
    >
      {uncovered && <p>{t.uncovered(formatRange(first.start, last.end, locale))}</p>}
      <p>{keepsAll(selection.filters) ? t.nothing : t.withFilters}</p>
    </EmptyState>
  );
}
