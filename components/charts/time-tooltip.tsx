import type { ReactNode } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { screenMessages } from '@/lib/charts/screen-messages';
import { periodsWithin, stackTotal } from '@/lib/charts/time-layout';
import type { TimeChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { classes } from '../ui/tone';
import { TypeDot } from '../ui/type-dot';
import type { Plot } from './bar-layout';
import styles from './time-tooltip.module.css';

type TooltipProps = {
  x: number;
  y: number;
  /** Whether the box stands to the left of the mark instead of the right. */
  isLeft: boolean;
  /** Whether it stands above the mark instead of beside it. */
  isAbove?: boolean;
  children: ReactNode;
};

/** A box at a mark. The same words are the name of the mark. */
export function Tooltip({ x, y, isLeft, isAbove = false, children }: TooltipProps) {
  return (
    <div
      className={classes(styles.tooltip, isLeft && styles.left, isAbove && styles.above)}
      style={{ left: `${x}px`, top: `${y}px` }}
      aria-hidden="true"
    >
      {children}
    </div>
  );
}

type BarTooltipProps = { chart: TimeChart; plot: Plot; bucket: number; code: string | null };

/** The numbers of one bar. */
export function BarTooltip({ chart, plot, bucket: index, code }: BarTooltipProps) {
  const bucket = chart.buckets[index];
  if (!bucket) return null;
  const { locale } = chart.frame;
  const words = chartMessages[locale];
  const step = plot.width / chart.buckets.length;
  // On the right half the box stands to the left of its bar.
  const isRight = (index + 0.5) * step > plot.width / 2;
  const edge = plot.left + (index + (isRight ? 0 : 1)) * step;
  const periods = periodsWithin(chart.periods, { from: bucket.start, to: bucket.end });
  const coarse = chart.keys.reduce((sum, key) => sum + (bucket.stacks[key.code]?.coarse ?? 0), 0);
  const hasNoData = bucket.coverage === 'none' && bucket.total === 0;
  return (
    <Tooltip x={edge} y={plot.top + 4} isLeft={isRight}>
      <p className={styles.head}>
        <b>{bucket.label}</b>
        <span>{hasNoData ? words.noData : screenMessages[locale].incidents(bucket.total)}</span>
      </p>
      {!hasNoData && (
        <ul className={styles.counts}>
          {chart.keys.map((key) => (
            <li key={key.code} className={key.code === code ? styles.strong : undefined}>
              <TypeDot code={key.code} label={key.label} shape="square" />
              <span>{formatNumber(stackTotal(bucket, key.code), locale)}</span>
            </li>
          ))}
        </ul>
      )}
      {coarse > 0 && <p className={styles.note}>{words.coarseShare(coarse)}</p>}
      {bucket.coverage === 'part' && <p className={styles.note}>{words.partCovered}</p>}
      {periods.length > 0 && <p className={styles.note}>{periods.map(({ label }) => label).join(', ')}</p>}
    </Tooltip>
  );
}
