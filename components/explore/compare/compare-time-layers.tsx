import type { ComparisonTimeChart } from '@/lib/charts/types-comparison';
import { formatNumber } from '@/lib/i18n/locale';
import { AxisTick } from '../../charts/axis-tick';
import styles from './compare-time.module.css';
import type { CompareLayout } from './compare-time-layout';
import type { PairHrefs } from './compare-time-table';
import { nameOf, pairName } from './pair-names';

type LayerProps = { chart: ComparisonTimeChart; layout: CompareLayout };
type LinkProps = LayerProps & { hrefs: PairHrefs[] };

/** Axes and spans without data. */
export function Behind({ chart: { buckets, frame }, layout }: LayerProps) {
  const { left, top, width, height, step, highest } = layout;
  return (
    <g>
      {buckets.map(({ at, b }, i) =>
        b ? null : (
          <rect
            key={at}
            className={styles.noData}
            x={left + i * step}
            y={top}
            width={step + 0.5}
            height={height}
          />
        ),
      )}
      {layout.yTicks.map((value) => {
        const y = top + height * (1 - value / highest);
        return (
          <g key={value}>
            <line
              className={value === 0 ? styles.axis : styles.grid}
              x1={left}
              x2={left + width}
              y1={y}
              y2={y}
            />
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
            <text x={left - 8} y={y} dy="0.34em" textAnchor="end" className={styles.tick} aria-hidden="true">
              {formatNumber(value, frame.locale)}
            </text>
          </g>
        );
      })}
      {layout.xTicks.map((tick) => (
        <AxisTick key={tick.index} x={left + (tick.index + 0.5) * step} y={top + height} tick={tick} />
      ))}
    </g>
  );
}

/** A link as high as the plot for each pair of buckets. */
export function Columns({ chart, hrefs, layout }: LinkProps) {
  const { left, top, height, step } = layout;
  return (
    <g>
      {chart.buckets.map((bucket, i) => {
        const href = hrefs[i]?.b ?? hrefs[i]?.a ?? undefined;
        return (
          <a
            key={bucket.at + String(i)}
            href={href}
            data-pair={i}
            tabIndex={i === 0 ? 0 : -1}
            role={href ? undefined : 'img'}
            aria-label={nameOf(bucket, chart.frame.locale)}
            className={styles.column}
          >
            <rect x={left + i * step} y={top} width={step} height={height} />
            {bucket.b?.isPart && (
              <rect
                className={styles.part}
                x={left + (i + 0.5) * step - layout.barWidth / 2 - 1.5}
                y={top + height * (1 - bucket.b.count / layout.highest) - 2.5}
                width={layout.barWidth + 3}
                height={height * (bucket.b.count / layout.highest) + 2.5}
              />
            )}
          </a>
        );
      })}
    </g>
  );
}

/** The points of A where there is room for them, and wherever one stands alone. */
export function Points({ chart: { buckets, frame }, hrefs, layout }: LinkProps) {
  const { left, top, height, step, highest } = layout;
  const hasRoom = step >= 9;
  return (
    <g>
      {buckets.map(({ at, a }, i) => {
        const isAlone = !buckets[i - 1]?.a && !buckets[i + 1]?.a;
        if (!a || !(hasRoom || isAlone)) return null;
        const [x, y] = [left + (i + 0.5) * step, top + height * (1 - a.count / highest)];
        return (
          <a
            key={at}
            href={hrefs[i]?.a ?? undefined}
            role={hrefs[i]?.a ? undefined : 'img'}
            tabIndex={-1}
            data-pair={i}
            data-side="a"
            aria-label={pairName(null, a, frame.locale)}
          >
            <circle className={a.isPart ? styles.partDot : styles.dot} cx={x} cy={y} r="3.5" />
            <circle className={styles.hit} cx={x} cy={y} r={Math.min(12, step / 2)} />
          </a>
        );
      })}
    </g>
  );
}
