import dynamic from 'next/dynamic';
import { memo, useDeferredValue } from 'react';
import { PageHeading } from '@/components/layout/page-heading';
import { ViewActions } from '@/components/saved-views/save-view-button';
import type { ExplorePage } from '@/lib/explore/open';
import { phrasesSentence } from '@/lib/explore/phrases';
import type { Locale } from '@/lib/i18n/locale';
import { BreakdownCards } from './breakdown-cards';
import { BreakdownHead } from './breakdown-menu';
import { CompareActs } from './compare/compare-acts';
import { DistrictCard } from './district-card';
import { EmptySelection } from './empty-selection';
import styles from './explore.module.css';
import { FiguresStrip } from './figures-strip';
import { FilterBar } from './filter-bar';
import { MatrixSlot } from './matrix-slot';
import { RecordsCard } from './records-card';
import { ReportedCard } from './reported-card';
import { SelectionNotices } from './selection-notices';
import { TimeCard } from './time-card';

const CompareSection = dynamic(() =>
  import('./compare/compare-section').then((module) => module.CompareSection),
);

/** Drawn by itself: the charts need not wait for the many cells of the table. */
const Records = memo(RecordsCard);

/** The Explore page: the filter, the figures, the charts and the records of one selection. */
export function ExploreView({ page, locale }: { page: ExplorePage; locale: Locale }) {
  const { selection, totals, headline } = page;
  const later = useDeferredValue(page);
  return (
    <div className="wrap">
      <PageHeading
        title={headline.title}
        subtitle={headline.subtitle}
        actions={
          <>
            {!page.comparison && <CompareActs selection={selection} locale={locale} />}
            <ViewActions
              selection={selection}
              base="/"
              sentence={phrasesSentence(page.phrases, locale)}
              locale={locale}
            />
          </>
        }
      />
      <SelectionNotices page={page} locale={locale} />
      <FilterBar page={page} base="/" locale={locale} />
      <FiguresStrip figures={page.figures} selection={selection} locale={locale} />
      {page.comparison && (
        <CompareSection comparison={page.comparison} selection={selection} locale={locale} />
      )}
      {totals.incidents === 0 ? (
        <EmptySelection page={page} base="/" locale={locale} />
      ) : (
        <>
          <div className={styles.charts}>
            <div className={styles.left}>
              <TimeCard page={page} locale={locale} />
              {page.reported && <ReportedCard page={page} reported={page.reported} locale={locale} />}
              <BreakdownHead selection={selection} locale={locale} />
              <BreakdownCards charts={page.breakdowns.slice(0, 2)} selection={selection} locale={locale} />
            </div>
            {page.districts && <DistrictCard page={page} chart={page.districts} locale={locale} />}
          </div>
          <BreakdownCards charts={page.breakdowns.slice(2)} selection={selection} locale={locale} />
          <MatrixSlot chart={page.matrix} selection={selection} locale={locale} />
          <Records page={later} base="/" locale={locale} />
        </>
      )}
    </div>
  );
}
