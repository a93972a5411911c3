import Link from 'next/link';
import styles from '@/components/charts/district-chart.module.css';
import type { DistrictArea } from '@/lib/explore/district-chart';
import { trailLinks } from '@/lib/explore/district-links';
import type { Selection } from '@/lib/explore/view';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { districtMessages } from '@/lib/i18n/messages/districts';

type DistrictTrailProps = { selection: Selection; area: DistrictArea; locale: Locale };

/** The way from the country down to what the map shows: "China › Guangdong › Zhanjiang", each a way up. */
export function DistrictTrail({ selection, area, locale }: DistrictTrailProps) {
  const t = districtMessages[locale];
  const chosen = selection.filters.place.any.length;
  const steps = trailLinks(selection, area);
  if (steps.length < 2 && chosen === 0) return null;
  return (
    <nav className={styles.lead} aria-label={t.trail}>
      <ol className={styles.trail}>
        {steps.map(({ label, href }) => (
          <li key={label}>
            {href === null ? (
              <span aria-current="true">{label}</span>
            ) : (
              <Link href={href} prefetch={false} scroll={false}>
                {label}
              </Link>
            )}
          </li>
        ))}
        {chosen > 1 && (
          <li>
            <span aria-current="true">{t.several(formatNumber(chosen, locale))}</span>
          </li>
        )}
      </ol>
    </nav>
  );
}
