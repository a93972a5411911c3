import { mostShown } from '@/lib/charts/matrix';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { classes } from '../ui/tone';
import { mostUpright } from './matrix-size';
import styles from './matrix-skeleton.module.css';

/** Quiet lines in place of a matrix that is on its way, as many and as high as its rows. */
export function MatrixSkeleton({ chart, words }: { chart: MatrixChart; words: string }) {
  const isTurned = chart.columns.heads.length > mostUpright;
  const rows = Math.min(mostShown, chart.rows.heads.length) + 1;
  const hasMore = chart.rows.heads.length > mostShown;
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{words}</span>
      <div className={styles.legend} />
      <div className={classes(styles.head, isTurned && styles.turned)} />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without anything in them
        <div key={row} className={styles.row} />
      ))}
      {hasMore && <div className={styles.more} />}
    </div>
  );
}
