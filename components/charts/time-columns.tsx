'use client';

import { memo, useContext, useMemo } from 'react';
import type { TimeChart } from '@/lib/charts/types';
import { classes } from '../ui/tone';
import { markBox } from './bar-hits';
import type { BarLayout } from './bar-layout';
import { MarksContext } from './bar-state';
import type { TimeHrefs } from './time-chart';
import styles from './time-chart.module.css';
import { bucketNames, partName } from './time-names';

type ColumnProps = { chart: TimeChart; layout: BarLayout; hrefOf: TimeHrefs };

/** Buckets of a chart beyond which they have no elements of their own, but one that follows pointer and focus. */
export const mostColumns = 120;

/** A link as high as the plot for each bucket; the arrow keys walk through them. Drawn once, however it is pointed at. */
export const Columns = memo(function Columns({ chart, layout, hrefOf }: ColumnProps) {
  const { plot, step } = layout;
  const names = useMemo(() => bucketNames(chart, layout.keys), [chart, layout.keys]);
  // In a grid of the buckets' own, so that another width of theirs changes one element and not hundreds.
  return (
    <g transform={`translate(${plot.left} ${plot.top}) scale(${step} ${plot.height})`}>
      {chart.buckets.map((bucket, index) => {
        const href = hrefOf.bucket(bucket);
        return (
          <a
            key={bucket.start}
            href={href}
            draggable={false}
            data-bucket={index}
            data-column=""
            tabIndex={index === 0 ? 0 : -1}
            aria-label={names[index]}
            // Without an address it is no link, but still a mark with a name.
            role={href === undefined ? 'img' : undefined}
            className={styles.column}
          >
            <rect x={index} width={1} height={1} />
          </a>
        );
      })}
    </g>
  );
});

/**
 * The link of the part under the pointer or in focus, and of the whole bucket where buckets have no elements of
 * their own (`isAlone`). There is one at a time.
 */
export function MarkLink({ chart, layout, hrefOf, isAlone }: ColumnProps & { isAlone: boolean }) {
  const { pointed, framed } = useContext(MarksContext);
  const mark = framed ?? pointed ?? { bucket: 0, code: null };
  const names = useMemo(
    () => (isAlone ? bucketNames(chart, layout.keys) : []),
    [chart, layout.keys, isAlone],
  );
  const box = markBox(chart, layout, mark);
  const bucket = chart.buckets[mark.bucket];
  const key = layout.keys.find(({ code }) => code === mark.code);
  if (!box || !bucket || (mark.code === null && !isAlone)) return null;
  const href = (key && hrefOf.part(bucket, key)) ?? hrefOf.bucket(bucket);
  const name = key ? partName(chart, mark.bucket, key) : names[mark.bucket];
  return (
    <a
      key={`${mark.bucket}:${mark.code}`}
      href={href}
      draggable={false}
      data-bucket={mark.bucket}
      data-code={mark.code ?? undefined}
      tabIndex={isAlone ? 0 : -1}
      aria-label={name}
      role={href === undefined ? 'img' : undefined}
      className={classes(styles.column, mark.code !== null && styles.part)}
    >
      <rect x={box.x} y={box.y} width={box.width} height={Math.max(1, box.height)} />
    </a>
  );
}
