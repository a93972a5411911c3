'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { ChartCard } from '@/components/charts/chart-card';
import { TimeChart, type TimeHrefs } from '@/components/charts/time-chart';
import { TimeLegend } from '@/components/charts/time-legend';
import { SegmentedLinks } from '@/components/ui/segmented';
import { grains } from '@/lib/dates/periods';
import type { ExplorePage } from '@/lib/explore/open';
import { mostDots } from '@/lib/explore/series';
import { timeLinks } from '@/lib/explore/time-links';
import { drawings, type ExploreView, selectionPath } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import { dateSpan, startsSpan } from '@/lib/incidents/spans';
import { CardExport } from './card-export';
import { chartAddress } from './chart-links';
import { useExplore } from './explore-context';
import styles from './time-card.module.css';
import { TimeOptionsMenu } from './time-options-menu';

const BurstList = dynamic(() => import('./burst-list').then((module) => module.BurstList));
const TimeTable = dynamic(() => import('@/components/charts/time-table').then((module) => module.TimeTable));
const CalendarTable = dynamic(() =>
  import('@/components/charts/calendar-table').then((module) => module.CalendarTable),
);

/** Incidents over time, as the reader wants them drawn, with every mark a way to its records. */
export function TimeCard({ page, locale }: { page: ExplorePage; locale: Locale }) {
  const t = exploreMessages[locale].time;
  const { selection, time } = page;
  const { view, filters } = selection;
  const { go, preview } = useExplore();
  const links = useMemo(() => timeLinks(selection, '/', time), [selection, time]);
  const hrefOf = useMemo(
    (): TimeHrefs => ({
      bucket: ({ start, end }) => links.bucket(start, end),
      part: ({ start, end }, key) => links.part(start, end, key),
      dot: links.record,
      day: (day) => links.day(day, (time.calendar?.leftOut ?? 0) > 0),
      series: links.only,
      directive: links.directive,
    }),
    [links, time],
  );
  const rangeActs = useMemo(
    () => ({
      preview: (span: { from: string; to: string } | null) =>
        preview(span && links.range(span.from, span.to)),
      select: (from: string, to: string, options: { replace: boolean }) => go(links.range(from, to), options),
      clear: () => {
        if (links.clear !== null) go(links.clear);
      },
    }),
    [links, go, preview],
  );
  const selected = useMemo(() => (filters.starts ? startsSpan(filters.starts) : null), [filters.starts]);
  const brushed = useMemo(
    () => selected ?? (filters.from || filters.to ? dateSpan(filters) : null),
    [selected, filters],
  );
  const few = (time.ofAll ?? time.total) <= mostDots;
  const dots = time.dots?.length ?? 0;
  const hint = dots > 0 ? timeMessages[locale].sentence.openDot(dots === 1) : '';
  return (
    <ChartCard
      className={styles.pictured}
      frame={{ ...time.frame, subtitle: time.sentence + hint }}
      controls={
        <>
          {view.draw !== 'calendar' && (
            <SegmentedLinks
              label={t.grainLabel}
              items={(['auto', ...grains] as const).map((by) => ({
                key: by,
                label: by === 'auto' && !few ? t.autoBars : t.grains[by],
                href: selectionPath('/', { ...selection, view: { ...view, by } }),
                // Where what was asked for can't be drawn, what is.
                current: by === (view.by === 'auto' ? 'auto' : time.grain),
              }))}
            />
          )}
          {view.draw !== 'calendar' && (
            <TimeOptionsMenu selection={selection} grain={time.grain} locale={locale} />
          )}
        </>
      }
      legend={
        <div className={styles.head}>
          <div className="no-print">
            <SegmentedLinks label={timeMessages[locale].controls.draw} items={drawItems(page, locale)} />
          </div>
          <TimeLegend chart={time} hrefOf={links.only} isChosen={links.isChosen} />
        </div>
      }
      exportButton={<CardExport name="over-time" frame={time.frame} selection={selection} locale={locale} />}
      chart={
        <TimeChart
          chart={time}
          hrefOf={hrefOf}
          selected={selected}
          brushed={brushed}
          rangeActs={rangeActs}
          imageHref={chartAddress('over-time', 'svg', selection, locale)}
          tableHref={chartAddress('over-time', 'csv', selection, locale)}
        />
      }
      below={view.bursts && <BurstList chart={time} hrefOf={hrefOf.bucket} />}
      table={
        time.calendar ? (
          <CalendarTable chart={time} calendar={time.calendar} hrefOf={hrefOf} />
        ) : (
          <TimeTable chart={time} hrefOf={hrefOf} />
        )
      }
    />
  );
}

/** The ways of drawing; side by side and panels split by type where the view splits by nothing. */
function drawItems({ selection, time }: ExplorePage, locale: Locale) {
  const { view } = selection;
  const t = timeMessages[locale].controls;
  return drawings.map((draw) => {
    const needsSplit = (draw === 'grouped' || draw === 'multiples') && view.split === null;
    const change: Partial<ExploreView> = needsSplit ? { draw, split: 'type' } : { draw };
    return {
      key: draw,
      label: t.draws[draw],
      href: selectionPath('/', { ...selection, view: { ...view, ...change } }),
      // Shares over time can't be stacked, and are drawn as lines.
      current: time.draw === draw,
    };
  });
}
