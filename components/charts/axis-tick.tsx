import type { TimeTick } from '@/lib/charts/scale';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import styles from './time-chart.module.css';

/** A label under a time axis, with the year on a line of its own where it is to be said. */
export function AxisTick({ x, y, tick }: { x: number; y: number; tick: TimeTick | undefined }) {
  if (!tick) return <g />;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <text x={x} y={y + 8} className={styles.tick} textAnchor="middle" aria-hidden="true">
      <tspan x={x} dy="0.5em">
        {tick.label}
      </tspan>
      {tick.year !== null && (
        <tspan x={x} dy="1.3em" className={styles.year}>
          {tick.year}
        </tspan>
      )}
    </text>
  );
}

type CountTickProps = { x: number; y: number; value: number; locale: Locale };

/** A number at the axis of counts. */
export function CountTick({ x, y, value, locale }: CountTickProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <text x={x} y={y} dy="0.34em" className={styles.tick} textAnchor="end" aria-hidden="true">
      {formatNumber(value, locale)}
    </text>
  );
}
