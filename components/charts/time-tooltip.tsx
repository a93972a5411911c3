import type { ReactNode } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { screenMessages } from '@/lib/charts/screen-messages';
import { periodsWithin } from '@/lib/charts/time-layout';
import { hasNoData, isLow, peopleIn, peopleText } from '@/lib/charts/time-values';
import type { TimeChart } from '@/lib/charts/types';
import { formatNumber, listed } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import { classes } from '../ui/tone';
import { TypeDot } from '../ui/type-dot';
import type { BarLayout } from './bar-layout';
import type { Mark } from './bar-state';
import { limitsOf, partText } from './time-names';
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

type BarTooltipProps = { chart: TimeChart; layout: BarLayout; mark: Mark };

/** The numbers of one bucket. */
export function BarTooltip({ chart, layout, mark: { bucket: index, code } }: BarTooltipProps) {
  const bucket = chart.buckets[index];
  if (!bucket) return null;
  const { locale } = chart.frame;
  const words = chartMessages[locale];
  const t = timeMessages[locale].drawing;
  const { plot, step } = layout;
  // On the right half the box stands to the left of its bar.
  const isRight = (index + 0.5) * step > plot.width / 2;
  const edge = plot.left + (index + (isRight ? 0 : 1)) * step;
  const periods = periodsWithin(chart.periods, { from: bucket.start, to: bucket.end });
  const coarse = chart.keys.reduce((sum, key) => sum + (bucket.stacks[key.code]?.coarse ?? 0), 0);
  const isEmpty = hasNoData(bucket);
  const isPeople = chart.show === 'participants';
  const unknown = bucket.people?.['']?.unknown ?? 0;
  const notes = [
    ...(isPeople && bucket.total > 0 ? [peopleText(peopleIn(bucket, ''), locale)] : []),
    ...(isPeople && unknown > 0 ? [t.unknownSize(formatNumber(unknown, locale))] : []),
    ...meansOf(chart, index),
    ...(isLow(chart, bucket) ? [t.lowCount] : []),
    ...limitsOf(bucket, locale),
    ...(coarse > 0 && !chart.several && !isPeople ? [words.coarseShare(coarse)] : []),
    ...(bucket.coverage === 'part' ? [words.partCovered] : []),
    ...(periods.length > 0
      ? [
          listed(
            periods.map(({ label }) => label),
            locale,
          ),
        ]
      : []),
  ];
  return (
    <Tooltip x={edge} y={plot.top + 4} isLeft={isRight}>
      <p className={styles.head}>
        <b>{bucket.label}</b>
        <span>{isEmpty ? words.noData : screenMessages[locale].incidents(bucket.total)}</span>
      </p>
      {!isEmpty && chart.split !== null && (
        <ul className={styles.counts}>
          {chart.keys.map((key) => (
            <li key={key.code} className={key.code === code ? styles.strong : undefined}>
              <TypeDot code={key.tone ?? key.code} label={key.label} shape="square" />
              <span>{partText(chart, index, key.code)}</span>
            </li>
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </Tooltip>
  );
}

/** The moving averages at a bucket in words. */
function meansOf({ mean, keys, show, grain, frame: { locale } }: TimeChart, index: number): string[] {
  if (!mean) return [];
  const name = timeMessages[locale].drawing.mean(
    mean.buckets,
    exploreMessages[locale].time.grainWords[grain],
  );
  const single = mean.lines.length === 1 ? mean.lines[0] : undefined;
  const values = single ? [single] : mean.lines;
  const said = values.flatMap(({ code, values: of }) => {
    const value = of[index];
    if (value === null || value === undefined) return [];
    const text = show === 'share' ? chartMessages[locale].percent(value) : formatNumber(value, locale, 1);
    const label = keys.find((key) => key.code === code)?.label;
    return [single || label === undefined ? text : `${label} ${text}`];
  });
  return said.length === 0 || said.length > 3
    ? []
    : [`${name}${locale === 'zh' ? '：' : ': '}${listed(said, locale)}`];
}
