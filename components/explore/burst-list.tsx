import type { Bucket, TimeChart } from '@/lib/charts/types';
import {
  type BurstBucket,
  burstMethod,
  burstNumbers,
  burstsOf,
  burstsUnmarked,
  noBurstsSentence,
} from '@/lib/explore/bursts';
import { formatNumber } from '@/lib/i18n/locale';
import { burstMessages } from '@/lib/i18n/messages/bursts';
import styles from './burst-list.module.css';

/** Bursts listed at once; the others are folded away. */
const most = 12;

type BurstListProps = { chart: TimeChart; hrefOf: (bucket: Bucket) => string | undefined };

/** The buckets that exceed their limit: when, how many, how many were expected; each opens its records. */
export function BurstList({ chart, hrefOf }: BurstListProps) {
  const { locale } = chart.frame;
  const { grain, buckets } = chart;
  const t = burstMessages[locale];
  const bursts = burstsOf(buckets);
  if (buckets.length === 0) return null;
  // Beside marks the notes of the chart say it.
  const method = burstsUnmarked(chart) && (
    <p className={styles.method}>{burstMethod(chart, locale).join(locale === 'zh' ? '' : ' ')}</p>
  );
  if (bursts.length === 0) {
    return (
      <>
        <p className={styles.title}>{noBurstsSentence(buckets, grain, locale)}</p>
        {method}
      </>
    );
  }
  const title = t.title(formatNumber(bursts.length, locale), bursts.length === 1, grain);
  const draw = (bucket: BurstBucket) => (
    <li key={bucket.start}>
      <a href={hrefOf(bucket)} title={t.open(bucket.label)}>
        {bucket.label}
      </a>
      <span>{burstNumbers(bucket, locale)}</span>
    </li>
  );
  return (
    <section className={styles.bursts} aria-label={title}>
      <p className={styles.title}>{title}</p>
      <ul className={styles.list}>{bursts.slice(0, most).map(draw)}</ul>
      {bursts.length > most && (
        <details>
          <summary className={styles.more}>{t.showAll(formatNumber(bursts.length, locale))}</summary>
          <ul className={styles.list}>{bursts.slice(most).map(draw)}</ul>
        </details>
      )}
      {method}
    </section>
  );
}
