import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { BreakdownChart } from '@/components/charts/breakdown-chart';
import { ChartCard } from '@/components/charts/chart-card';
import type { BreakdownChart as BreakdownData, BreakdownRow } from '@/lib/charts/types';
import { linksFrom } from '@/lib/explore/links';
import { type Selection, selectionPath, withFilters } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import type { SplitField } from '@/lib/incidents/dimensions';
import { withExcluded } from '@/lib/incidents/selection';
import { CardExport } from './card-export';
import styles from './explore.module.css';
import { sentences } from './sentences';

const BreakdownTable = dynamic(() =>
  import('@/components/charts/breakdown-table').then((module) => module.BreakdownTable),
);

const stop = { en: '.', zh: '。' } as const;

type BreakdownCardsProps = { charts: BreakdownData[]; selection: Selection; locale: Locale };

/** Incidents by the values of some fields; a click on a row filters. */
export function BreakdownCards({ charts, selection, locale }: BreakdownCardsProps) {
  if (charts.length === 0) return null;
  return (
    <div className={styles.breakdowns}>
      {charts.map((chart) => (
        <BreakdownCard key={chart.key} chart={chart} selection={selection} locale={locale} />
      ))}
    </div>
  );
}

function BreakdownCard({
  chart,
  selection,
  locale,
}: {
  chart: BreakdownData;
  selection: Selection;
  locale: Locale;
}) {
  const field = chart.key as SplitField;
  const links = useMemo(
    () => ({
      toggleOf: ({ code, excludedBy }: BreakdownRow) =>
        linksFrom(selection, '/').toggle(field, code, excludedBy === undefined ? [] : [excludedBy]),
      outOf: (code: string) =>
        selectionPath('/', withFilters(selection, withExcluded(selection.filters, field, code))),
    }),
    [selection, field],
  );
  return (
    <ChartCard
      frame={{
        ...chart.frame,
        title: exploreMessages[locale].parts[field],
        subtitle: sentences(
          [`${breakdownMessages[locale].subtitles[field]}${stop[locale]}`, chart.sentence],
          locale,
        ),
      }}
      exportButton={<CardExport name={field} frame={chart.frame} selection={selection} locale={locale} />}
      chart={<BreakdownChart chart={chart} links={links} />}
      table={<BreakdownTable chart={chart} links={links} />}
    />
  );
}
