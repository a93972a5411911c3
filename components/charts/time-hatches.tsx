import type { SeriesKey } from '@/lib/charts/types';
import { toneClass } from '../ui/tone';
import styles from './time-chart.module.css';

/** The name of a hatch inside a drawing. */
export function hatchId(id: string, code: string): string {
  return `${id}-${code.replace(/[^\w-]/g, (char) => `_${char.codePointAt(0)}`)}`;
}

/** Hatches in the colours of the series, for what is not dated finely enough. */
export function Hatches({ id, keys }: { id: string; keys: readonly SeriesKey[] }) {
  return (
    <defs>
      {keys.map(({ code, tone }) => (
        <pattern
          key={code}
          id={hatchId(id, code)}
          className={toneClass(tone ?? code)}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" className={styles.hatchGround} />
          <rect width="2" height="5" className={styles.hatchLine} />
        </pattern>
      ))}
    </defs>
  );
}
