import { ChartCard } from '@/components/charts/chart-card';
import { DistrictChart } from '@/components/charts/district-chart';
import { DistrictTable } from '@/components/charts/district-table';
import { SegmentedLinks } from '@/components/ui/segmented';
import { linksFrom } from '@/lib/explore/links';
import type { ExplorePage } from '@/lib/explore/open';
import { selectionPath } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { choice } from '@/lib/url/params';
import { chartExports } from './chart-links';

type DistrictCardProps = { page: ExplorePage; chart: NonNullable<ExplorePage['districts']>; locale: Locale };

/** Incidents by district: map and ranked bars, with what is known only to the area and what lies outside it. */
export function DistrictCard({ page, chart, locale }: DistrictCardProps) {
  const t = exploreMessages[locale].districts;
  const { selection } = page;
  const links = linksFrom(selection, '/');
  const area = chart.coarse.label;
  const alone = choice(chart.coarsePlaces.map((id) => `@${id}`));
  const isAlone = alone.any.length > 0 && alone.any.join() === selection.filters.place.any.join();
  const places = {
    hrefs: Object.fromEntries(chart.units.map(({ code }) => [code, links.only('place', code)])),
    coarseHref: links.to({ ...selection.filters, place: isAlone ? choice([]) : alone }),
    outsideHrefs: Object.fromEntries(
      chart.outside.map(({ placeId }) => [placeId, links.only('place', placeId)]),
    ),
  };
  return (
    <ChartCard
      frame={{
        ...chart.frame,
        subtitle: `${chart.measure === 'rate' ? t.subtitleRate(area) : t.subtitleCount(area)} ${t.click}`,
        notes: chart.frame.notes.slice(1),
      }}
      controls={
        <SegmentedLinks
          label={t.measureLabel}
          items={(['count', 'rate'] as const).map((map) => ({
            key: map,
            label: t[map],
            href: selectionPath('/', { ...selection, view: { ...selection.view, map } }),
            current: selection.view.map === map,
          }))}
        />
      }
      exports={chartExports('by-district', selection, locale)}
      chart={<DistrictChart chart={chart} {...places} />}
      table={<DistrictTable chart={chart} {...places} />}
    />
  );
}
