import type { TimeTick } from '@/lib/charts/scale';
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

/** A value at the axis of values. */
export function ValueTick({ x, y, label }: { x: number; y: number; label: string }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <text x={x} y={y} dy="0.34em" className={styles.tick} textAnchor="end" aria-hidden="true">
      {label}
    </text>
  );
}
