import styles from './skeleton.module.css';
import { classes } from './tone';

type SkeletonProps = {
  shape?: 'lines' | 'title' | 'box';
  /** Number of lines. */
  lines?: number;
  /** What is being waited for, said once by the first skeleton of a page. */
  label?: string;
};

/** Grey bars where text or a chart is about to be. */
export function Skeleton({ shape = 'lines', lines = 4, label }: SkeletonProps) {
  const keys = Array.from({ length: lines }, (_, index) => `line-${index}`);
  return (
    <div>
      {label !== undefined && (
        <p className="visually-hidden" role="status">
          {label}
        </p>
      )}
      {shape === 'lines' ? (
        <div className={styles.lines} aria-hidden="true">
          {keys.map((key) => (
            <div key={key} className={styles.bar} />
          ))}
        </div>
      ) : (
        <div
          className={classes(styles.bar, shape === 'title' ? styles.title : styles.box)}
          aria-hidden="true"
        />
      )}
    </div>
  );
}
