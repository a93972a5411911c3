import { ChartCard } from '@/components/charts/chart-card';
import { TimeChart } from '@/components/charts/time-chart';
import { TimeLegend } from '@/components/charts/time-legend';
import { TimeTable } from '@/components/charts/time-table';
import { SegmentedLinks } from '@/components/ui/segmented';
import { grains } from '@/lib/dates/periods';
import { linksFrom } from '@/lib/explore/links';
import type { ExplorePage } from '@/lib/explore/open';
import { mostDots } from '@/lib/explore/series';
import { selectionPath, selectionQuery } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { startsSpan } from '@/lib/incidents/filters';
import { chartAddress, chartExports } from './chart-links';

/** Incidents over time, with the size of bucket as a choice and every mark as a way to its records. */
export function TimeCard({ page, locale }: { page: ExplorePage; locale: Locale }) {
  const t = exploreMessages[locale].time;
  const { selection, time } = page;
  const { view, filters } = selection;
  const links = linksFrom(selection, '/');
  const few = time.total <= mostDots;
  const query = selectionQuery(selection);
  const hrefs = {
    buckets: Object.fromEntries(time.buckets.map(({ start, end }) => [start, links.bucket(start, end)])),
    // In a crowded chart a part of a bar is too small to hit, and leads where its bar does.
    stacks: Object.fromEntries(
      (time.buckets.length > 100 ? [] : time.buckets).flatMap(({ start, end, stacks }) =>
        Object.keys(stacks).map((code) => [`${start}:${code}`, links.stack(start, end, code)]),
      ),
    ),
    dots: Object.fromEntries((time.dots ?? []).map(({ ref }) => [ref, `/incidents/${ref}${query}`])),
    legend: Object.fromEntries(time.keys.map(({ code }) => [code, links.only('type', code)])),
  };
  return (
    <ChartCard
      frame={{ ...time.frame, subtitle: time.dots ? t.dots : t.bars(t.grainWords[time.grain]) }}
      controls={
        <SegmentedLinks
          label={t.grainLabel}
          items={(['auto', ...grains] as const).map((by) => ({
            key: by,
            label: by === 'auto' && !few ? t.autoBars : t.grains[by],
            href: selectionPath('/', { ...selection, view: { ...view, by } }),
            current: view.by === by,
          }))}
        />
      }
      legend={<TimeLegend chart={time} hrefs={hrefs.legend} chosen={filters.type.any} />}
      exports={chartExports('over-time', selection, locale)}
      chart={
        <TimeChart
          chart={time}
          hrefOf={hrefs}
          selected={filters.starts ? startsSpan(filters.starts) : null}
          rangeHref={links.range()}
          imageHref={chartAddress('over-time', 'svg', selection, locale)}
          tableHref={chartAddress('over-time', 'csv', selection, locale)}
        />
      }
      table={<TimeTable chart={time} hrefOf={hrefs} />}
    />
  );
}
