import dynamic from 'next/dynamic';
import { memo, useDeferredValue, useState } from 'react';
import { PageHeading } from '@/components/layout/page-heading';
import { ViewActions } from '@/components/saved-views/save-view-button';
import type { ExplorePage } from '@/lib/explore/open';
import { phrasesSentence } from '@/lib/explore/phrases';
import type { Locale } from '@/lib/i18n/locale';
import { BreakdownCards } from './breakdown-cards';
import { BreakdownHead } from './breakdown-menu';
import { CompareActs } from './compare/compare-acts';
import { DistrictCard } from './district-card';
import styles from './explore.module.css';
import { FiguresStrip } from './figures-strip';
import { FilterBar } from './filter-bar';
import { MatrixSlot } from './matrix-slot';
import { NearFirst } from './near-first';
import { RecordsCard } from './records-card';
import { ReportedCard } from './reported-card';
import { SelectionNotices } from './selection-notices';
import { TimeCard } from './time-card';

const EmptySelection = dynamic(() => import('./empty-selection').then((module) => module.EmptySelection));

const CompareSection = dynamic(() =>
  import('./compare/compare-section').then((module) => module.CompareSection),
);

type PartProps = { page: ExplorePage; locale: Locale };

// The parts of the page, each drawn anew only for another answer.
const Time = memo(TimeCard);
const Reported = memo(
  ({ page, locale }: PartProps) =>
    page.reported && <ReportedCard page={page} reported={page.reported} locale={locale} />,
);
const FirstBreakdowns = memo(({ page, locale }: PartProps) => (
  <BreakdownCards charts={page.breakdowns.slice(0, 2)} selection={page.selection} locale={locale} />
));
const Districts = memo(
  ({ page, locale }: PartProps) =>
    page.districts && <DistrictCard page={page} chart={page.districts} locale={locale} />,
);
const OtherBreakdowns = memo(({ page, locale }: PartProps) => (
  <BreakdownCards charts={page.breakdowns.slice(2)} selection={page.selection} locale={locale} />
));
const Matrix = memo(({ page, locale }: PartProps) => (
  <MatrixSlot chart={page.matrix} selection={page.selection} locale={locale} />
));
const Records = memo(({ page, locale }: PartProps) => <RecordsCard page={page} base="/" locale={locale} />);

/** The Explore page: the filter, the figures, the charts and the records of one selection. */
export function ExploreView({ page, locale }: { page: ExplorePage; locale: Locale }) {
  const { selection, totals, headline } = page;
  // What is out of sight can't follow a hand: it is drawn anew for what the hand leaves.
  const [left, setLeft] = useState(page);
  if (!page.previewedIn && left !== page) setLeft(page);
  const answers = { page, later: useDeferredValue(left), locale };
  // What a browser counts has no rows of its own: those of the last whole answer stay, with all that belongs to them.
  const [whole, setWhole] = useState(page);
  if (!page.isPartial && whole !== page) setWhole(page);
  const records = { page: whole, later: useDeferredValue(whole), locale };
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
          <div className={styles.charts} data-previewed={page.previewedIn}>
            <div className={styles.left}>
              <NearFirst {...answers} Part={Time} atTop />
              {page.reported && <NearFirst {...answers} Part={Reported} atTop />}
              <BreakdownHead selection={selection} locale={locale} />
              <NearFirst {...answers} Part={FirstBreakdowns} atTop className={styles.apart} />
            </div>
            {page.districts && <NearFirst {...answers} Part={Districts} atTop className={styles.apart} />}
          </div>
          {page.breakdowns.length > 2 && (
            <NearFirst {...answers} Part={OtherBreakdowns} className={styles.below} />
          )}
          <NearFirst {...answers} Part={Matrix} className={styles.below} />
          <NearFirst {...records} Part={Records} className={styles.last} />
        </>
      )}
    </div>
  );
}
