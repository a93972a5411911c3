import { PageHeading } from '@/components/layout/page-heading';
import type { ExplorePage } from '@/lib/explore/open';
import type { Locale } from '@/lib/i18n/locale';
import { BreakdownCards } from './breakdown-cards';
import { DistrictCard } from './district-card';
import { EmptySelection } from './empty-selection';
import styles from './explore.module.css';
import { FiguresStrip } from './figures-strip';
import { FilterBar } from './filter-bar';
import { RecordsCard } from './records-card';
import { ReportedCard } from './reported-card';
import { SelectionNotices } from './selection-notices';
import { TimeCard } from './time-card';

/** The Explore page: the filter, the figures, the charts and the records of one selection. */
export function ExploreView({ page, locale }: { page: ExplorePage; locale: Locale }) {
  const { selection, totals, headline } = page;
  return (
    <div className="wrap">
      <PageHeading title={headline.title} subtitle={headline.subtitle} />
      <SelectionNotices page={page} locale={locale} />
      <FilterBar
        selection={selection}
        options={page.options}
        phrases={page.phrases}
        total={totals.incidents}
        base="/"
        locale={locale}
      />
      <FiguresStrip figures={page.figures} selection={selection} locale={locale} />
      {totals.incidents === 0 ? (
        <EmptySelection page={page} base="/" locale={locale} />
      ) : (
        <>
          <div className={styles.charts}>
            <div className={styles.left}>
              <TimeCard page={page} locale={locale} />
              {page.reported && <ReportedCard page={page} reported={page.reported} locale={locale} />}
              <BreakdownCards page={page} fields={['issue', 'order']} locale={locale} />
            </div>
            {page.districts && <DistrictCard page={page} chart={page.districts} locale={locale} />}
          </div>
          <BreakdownCards page={page} fields={['office', 'group', 'response', 'size']} locale={locale} />
          <RecordsCard page={page} base="/" locale={locale} />
        </>
      )}
    </div>
  );
}
