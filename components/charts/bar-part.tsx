import { chartMessages } from '@/lib/charts/messages';
import { stackOf } from '@/lib/charts/time-layout';
import type { Bucket, SeriesKey } from '@/lib/charts/types';
import type { Locale } from '@/lib/i18n/locale';
import { classes, toneClass } from '../ui/tone';
import styles from './time-chart.module.css';

/** The name of a hatch inside a drawing. */
export function hatchId(id: string, code: string): string {
  return `${id}-${code}`;
}

/** Hatches in the colours of the types, for what is not dated finely enough. */
export function Hatches({ id, keys }: { id: string; keys: readonly SeriesKey[] }) {
  return (
    <defs>
      {keys.map(({ code }) => (
        <pattern
          key={code}
          id={hatchId(id, code)}
          className={toneClass(code)}
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

type BarPartProps = {
  shape: { x: number; y: number; width: number; height: number };
  index: number;
  bucket: Bucket;
  series: SeriesKey;
  /** The hatch of counts that are not dated finely enough; null = drawn full. */
  hatch: string | null;
  href: string | undefined;
  faded: boolean;
  locale: Locale;
};

/** One part of a bar, a link to its records. */
export function BarPart({ shape, index, bucket, series, hatch, href, faded, locale }: BarPartProps) {
  const { x, y, width, height } = shape;
  if (!(height > 0)) return <g />;
  const words = chartMessages[locale];
  const { sure, coarse } = stackOf(bucket, series.code);
  const name = [
    words.value(bucket.label, series.label, sure + coarse),
    ...(coarse > 0 ? [words.coarseShare(coarse)] : []),
  ].join(', ');
  return (
    <a
      href={href}
      aria-label={name}
      tabIndex={-1}
      draggable={false}
      data-bucket={index}
      data-code={series.code}
      className={classes(styles.part, toneClass(series.code), faded && styles.faded)}
    >
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        fill={hatch ? `url(#${hatch})` : series.color}
        className={classes(hatch ? undefined : styles.full, width >= 8 && styles.edged)}
      />
    </a>
  );
}
