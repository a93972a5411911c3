'use client';

import type { ComparisonPage } from '@/lib/explore/compare/types';
import type { Selection } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ChangeCard } from './change-card';
import styles from './compare.module.css';
import { CompareBar } from './compare-bar';
import { CompareTimeCard } from './compare-time-card';
import { compareLinks } from './links';

type CompareSectionProps = { comparison: ComparisonPage; selection: Selection; locale: Locale };

/** Two selections held against each other: what they are, both over time, and what differs. */
export function CompareSection({ comparison, selection, locale }: CompareSectionProps) {
  const t = compareMessages[locale];
  const links = compareLinks(selection, comparison);
  const { a, b, result, isSame, years } = comparison;
  return (
    <section
      className={styles.section}
      aria-label={t.title}
      tabIndex={-1}
      data-comparison={comparison.kind}
      data-home="comparison"
    >
      <CompareBar comparison={comparison} links={links} locale={locale} />
      {!a && (
        <Notice title={t.noDatesTitle}>
          <p>{years.length > 0 ? t.noDates : t.noYears}</p>
          <ul className={styles.years}>
            {years.map((year) => (
              <li key={year}>
                <ButtonLink size="small" href={links.year(year)}>
                  {t.year(String(year))}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {a && isSame && (
        <Notice title={t.sameTitle}>
          <p>{t.same}</p>
        </Notice>
      )}
      {a && result && !isSame && (
        <>
          {[a, b].map(
            (side, at) =>
              side.incidents === 0 && (
                <Notice key={at === 0 ? 'a' : 'b'} kind="warning">
                  <p>
                    {at === 0 ? t.emptyA : t.emptyB}{' '}
                    {side.observed?.days === 0 && t.outside(at === 0 ? t.sides.a : t.sides.b)}
                  </p>
                </Notice>
              ),
          )}
          {a.incidents + b.incidents > 0 && (
            <>
              <CompareTimeCard
                comparison={{ a, b, result }}
                links={links}
                selection={selection}
                locale={locale}
              />
              <ChangeCard comparison={{ a, b, result }} links={links} selection={selection} locale={locale} />
            </>
          )}
        </>
      )}
    </section>
  );
}
