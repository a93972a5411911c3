import dynamic from 'next/dynamic';
import { PageHeading } from '@/components/layout/page-heading';
import { ViewActions } from '@/components/saved-views/save-view-button';
import { ButtonLink } from '@/components/ui/button';
import type { ExplorePage } from '@/lib/explore/open';
import { phrasesSentence } from '@/lib/explore/phrases';
import type { Locale } from '@/lib/i18n/locale';
import { accountMenu } from '@/lib/i18n/messages/account-menu';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import styles from './explore.module.css';
import { FilterBar } from './filter-bar';
import { RecordsCard } from './records-card';
import { SelectionNotices } from './selection-notices';

const EmptySelection = dynamic(() => import('./empty-selection').then((module) => module.EmptySelection));

type IncidentsViewProps = {
  page: ExplorePage;
  locale: Locale;
  /** Whether the viewer may make incidents. */
  codes?: boolean;
};

/** The list of incidents: the filter and the records, without charts. */
export function IncidentsView({ page, locale, codes = false }: IncidentsViewProps) {
  const base = '/incidents';
  return (
    <div className="wrap">
      <PageHeading
        title={exploreMessages[locale].headline.incidents}
        subtitle={page.headline.subtitle}
        actions={
          <>
            {codes && (
              <ButtonLink href="/incidents/new" variant="primary" size="small">
                {accountMenu[locale].newIncident}
              </ButtonLink>
            )}
            <ViewActions
              selection={page.selection}
              base={base}
              sentence={phrasesSentence(page.phrases, locale)}
              locale={locale}
            />
          </>
        }
      />
      <SelectionNotices page={page} locale={locale} />
      <FilterBar page={page} base={base} locale={locale} />
      <div className={styles.list}>
        {page.totals.incidents === 0 ? (
          <EmptySelection page={page} base={base} locale={locale} />
        ) : (
          <RecordsCard page={page} base={base} locale={locale} />
        )}
      </div>
    </div>
  );
}
