import { useId } from 'react';
import styles from './bar.module.css';
import { classes, toneClass } from './tone';

type BarProps = {
  value: number;
  /** Value of a bar of full length. */
  max: number;
  /** Code of a type or name of a breakdown, see `tone.module.css`. */
  tone?: string;
  /** Drawn pale, for values outside the selection. */
  faint?: boolean;
  /** Whether the full length is drawn behind. */
  track?: boolean;
  /** Hatched, for what is not known. A value above `max` is then drawn with a gap, as longer than there is room. */
  hatched?: boolean;
};

/** A horizontal bar. The number itself stands beside it in words, so the bar is hidden from screen readers. */
export function Bar({ value, max, tone, faint = false, track = false, hatched = false }: BarProps) {
  const hatch = `bar${useId().replaceAll(/[^\w-]/g, '')}`;
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const width = value > 0 ? Math.max(0.8, share * 100) : 0;
  return (
    <svg className={classes(styles.bar, toneClass(tone), faint && styles.faint)} aria-hidden="true">
      {track && <rect className={styles.track} width="100%" height="100%" rx="1.5" />}
      {hatched && (
        <pattern id={hatch} patternUnits="userSpaceOnUse" width="4" height="4" patternTransform="rotate(45)">
          <rect className={styles.gap} width="4" height="4" />
          <rect width="1.6" height="4" />
        </pattern>
      )}
      <rect
        className={hatched ? styles.hatched : undefined}
        width={`${width.toFixed(2)}%`}
        height="100%"
        rx="1.5"
        fill={hatched ? `url(#${hatch})` : undefined}
      />
      {hatched && value > max && <rect className={styles.cut} x="86%" y="-10%" width="3" height="120%" />}
    </svg>
  );
}
