'use client';

import { compareMessages } from '@/lib/i18n/messages/compare';
import { ChartCard } from '../../charts/chart-card';
import { CardExport } from '../card-export';
import { CompareLegend } from './compare-legend';
import styles from './compare-time.module.css';
import { CompareTimeChart } from './compare-time-chart';
import { CompareTimeTable } from './compare-time-table';
import type { CompareCardProps } from './props';

/** Both selections over time, A as a line before the bars of B. */
export function CompareTimeCard({ comparison, links, selection, locale }: CompareCardProps) {
  const t = compareMessages[locale];
  const { a, b, result } = comparison;
  const chart = result.time;
  const hrefs = chart.buckets.map((bucket) => ({
    a: links.bucket(a, bucket.a),
    b: links.bucket(b, bucket.b),
  }));
  return (
    <ChartCard
      id="compare-over-time"
      frame={{ ...chart.frame, subtitle: `${chart.frame.subtitle} ${t.clickTime}` }}
      exportButton={
        <CardExport name="compare-over-time" frame={chart.frame} selection={selection} locale={locale} />
      }
      legend={
        <CompareLegend
          a={a}
          b={b}
          isLine
          gap={chart.buckets.some((bucket) => bucket.b === null) ? chart.gap : null}
          locale={locale}
        />
      }
      chart={
        <div className={styles.timeBox}>
          <CompareTimeChart chart={chart} hrefs={hrefs} />
        </div>
      }
      table={<CompareTimeTable chart={chart} hrefs={hrefs} />}
    />
  );
}
