import { BreakdownChart } from '@/components/charts/breakdown-chart';
import { BreakdownTable } from '@/components/charts/breakdown-table';
import { ChartCard } from '@/components/charts/chart-card';
import type { BreakdownKey } from '@/lib/explore/charts';
import { linksFrom } from '@/lib/explore/links';
import type { ExplorePage } from '@/lib/explore/open';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { chartExports } from './chart-links';
import styles from './explore.module.css';

type BreakdownCardsProps = { page: ExplorePage; fields: BreakdownKey[]; locale: Locale };

/** Incidents by the values of each field; a click on a row filters. */
export function BreakdownCards({ page, fields, locale }: BreakdownCardsProps) {
  const t = exploreMessages[locale].breakdown;
  const links = linksFrom(page.selection, '/');
  return (
    <div className={styles.breakdowns}>
      {fields.map((key) => {
        const chart = page.breakdowns[key];
        const hrefs = Object.fromEntries(chart.rows.map(({ code }) => [code, links.toggle(key, code)]));
        return (
          <ChartCard
            key={key}
            frame={{ ...chart.frame, title: t.titles[key], subtitle: t.subtitles[key] }}
            exports={chartExports(key, page.selection, locale)}
            chart={<BreakdownChart chart={chart} hrefs={hrefs} />}
            table={<BreakdownTable chart={chart} hrefs={hrefs} />}
          />
        );
      })}
    </div>
  );
}
