import type { ComparedCount, ComparisonTimeChart } from '@/lib/charts/types-comparison';
import { formatNumber } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import styles from './compare-time.module.css';
import type { CompareLayout } from './compare-time-layout';

type TooltipProps = { chart: ComparisonTimeChart; index: number; layout: CompareLayout };

/** The numbers of a pair, beside it. */
export function PairTooltip({ chart, index, layout }: TooltipProps) {
  const { locale } = chart.frame;
  const t = compareMessages[locale];
  const bucket = chart.buckets[index];
  if (!bucket) return null;
  const isRight = index + 0.5 > chart.buckets.length / 2;
  const x = layout.left + (index + (isRight ? 0 : 1)) * layout.step;
  const line = (name: string, count: ComparedCount | null) => (
    <li>
      <span>
        <b>{name}</b> {count?.label ?? t.noData}
      </span>
      <span>
        {count && formatNumber(count.count, locale)}
        {count?.isPart && ` (${t.inPart})`}
      </span>
    </li>
  );
  return (
    <div
      className={`${styles.tooltip} ${isRight ? styles.tooltipLeft : ''}`}
      style={{ left: `${x}px`, top: `${layout.top}px` }}
      aria-hidden="true"
    >
      <ul>
        {line(t.sides.b, bucket.b)}
        {line(t.sides.a, bucket.a)}
      </ul>
    </div>
  );
}
