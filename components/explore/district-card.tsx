'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo } from 'react';
import { preload } from 'react-dom';
import { ChartCard } from '@/components/charts/chart-card';
import { DistrictChart } from '@/components/charts/district-chart';
import { outlinesAddress, useOutlines } from '@/components/charts/use-outlines';
import { SegmentedLinks } from '@/components/ui/segmented';
import type { DistrictData } from '@/lib/explore/district-chart';
import { districtLinks, restLinks } from '@/lib/explore/district-links';
import type { ExplorePage } from '@/lib/explore/open';
import { type Selection, selectionPath } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { districtMessages } from '@/lib/i18n/messages/districts';
import { CardExport } from './card-export';
import { chartAddress } from './chart-links';
import { DistrictTrail } from './district-trail';
import { useExplore } from './explore-context';
import { sentences } from './sentences';

const DistrictTable = dynamic(() =>
  import('@/components/charts/district-table').then((module) => module.DistrictTable),
);

type DistrictCardProps = { page: ExplorePage; chart: DistrictData; locale: Locale };

/** Incidents by district: map and ranked bars, with what is known only to wider places and what lies outside. */
export function DistrictCard({ page, chart, locale }: DistrictCardProps) {
  const t = districtMessages[locale];
  const { selection } = page;
  const { area } = chart;
  const { go, preview } = useExplore();
  const address = outlinesAddress(area.scopeId, area.level);
  // The browser asks for the outlines before the scripts are there that draw them.
  preload(address, { as: 'fetch', crossOrigin: 'anonymous' });
  const map = useOutlines(address);
  const links = useMemo(() => districtLinks(selection, area), [selection, area]);
  const rest = useMemo(() => restLinks(selection, chart), [selection, chart]);
  const codes = useMemo(() => new Set(chart.units.map(({ code }) => code)), [chart]);
  // Where the card stands below others, what these show of another selection could move it away from the pointer.
  const onPoint = useCallback(
    (code: string | null) => {
      const isShown = code !== null && codes.has(code) && !links.isNamed(code) && isBesideOthers();
      preview(isShown ? links.hrefOf(code) : null, 'districts');
    },
    [codes, links, preview],
  );
  const [explained = '', ...notes] = chart.frame.notes;
  return (
    <ChartCard
      frame={{
        ...chart.frame,
        // Title and levels tell what is counted; a rate has to be explained.
        subtitle: chart.measure === 'rate' ? sentences([explained, chart.sentence], locale) : chart.sentence,
        notes: [t.click, ...notes.filter((note) => note !== t.classes)],
      }}
      controls={<Measures selection={selection} chart={chart} locale={locale} />}
      exportButton={
        <CardExport name="by-district" frame={chart.frame} selection={selection} locale={locale} />
      }
      chart={
        <DistrictChart
          chart={chart}
          map={map}
          links={links}
          rest={rest}
          go={go}
          onPoint={onPoint}
          tableHref={chartAddress('by-district', 'csv', selection, locale)}
          lead={<DistrictTrail selection={selection} area={area} locale={locale} />}
        />
      }
      table={<DistrictTable chart={chart} links={links} rest={rest} go={go} />}
    />
  );
}

/** As in explore.module.css. */
const isBesideOthers = () => window.matchMedia('(min-width: 64.01rem)').matches;

/** What the map shows, and of which units. */
function Measures({
  selection,
  chart,
  locale,
}: {
  selection: Selection;
  chart: DistrictData;
  locale: Locale;
}) {
  const t = districtMessages[locale];
  const { view } = selection;
  const { levels, level } = chart.area;
  return (
    <>
      {levels.length > 1 && (
        <SegmentedLinks
          label={t.levelLabel}
          items={levels.map((one) => ({
            key: one,
            label: t.levels[one],
            href: selectionPath('/', {
              ...selection,
              view: { ...view, level: one === levels[0] ? 'auto' : one },
            }),
            current: level === one,
          }))}
        />
      )}
      <SegmentedLinks
        label={t.measureLabel}
        items={(['count', 'rate'] as const).map((map) => ({
          key: map,
          label: t[map],
          href: selectionPath('/', { ...selection, view: { ...view, map } }),
          current: view.map === map,
        }))}
      />
    </>
  );
}
