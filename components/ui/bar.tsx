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

/**
 * A horizontal bar. The number itself stands beside it in words, so the bar is hidden from screen readers. It is one
 * empty drawing with a ground: a width that a page may not have as a style can be an attribute of it, and a page
 * has many bars.
 */
export function Bar({ value, max, tone, faint = false, track = false, hatched = false }: BarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const width = value > 0 ? Math.max(0.8, share * 100) : 0;
  const bar = (
    <svg
      className={classes(
        styles.bar,
        toneClass(tone),
        faint && styles.faint,
        hatched && styles.hatched,
        hatched && value > max && styles.cut,
      )}
      width={`${width.toFixed(2)}%`}
      aria-hidden="true"
    />
  );
  return track ? <span className={styles.track}>{bar}</span> : bar;
}
