import { textWidth } from '@/lib/charts/labels';
import { classes } from '../ui/tone';
import { type PlacedPeriod, type Plot, rowsOf, tickSize } from './bar-layout';
import styles from './time-chart.module.css';

type NoDataBandProps = { plot: Plot; from: number; to: number; label: string };

/** A span of which nothing is known, with a note where there is room for it. */
export function NoDataBand({ plot, from, to, label }: NoDataBandProps) {
  const width = to - from;
  const [x, y] = [plot.left + from + width / 2, plot.top + plot.height / 2];
  const needed = textWidth(label, tickSize);
  const upright = width < needed + 8;
  return (
    <g>
      <rect className={styles.noData} x={plot.left + from} y={plot.top} width={width} height={plot.height} />
      {width >= tickSize + 3 && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
        <text
          className={styles.tick}
          x={x}
          y={y}
          dy="0.34em"
          textAnchor="middle"
          transform={upright ? `rotate(-90 ${x} ${y})` : undefined}
          aria-hidden="true"
        >
          {label}
        </text>
      )}
    </g>
  );
}

type PeriodLinesProps = {
  plot: Plot;
  periods: readonly PlacedPeriod[];
  part: 'span' | 'name';
  /** Room between the plot and the names, for what stands over bars. */
  lift?: number;
};

/** So many lines without a name would cover the chart; then they are short strokes at its upper edge. */
const mostLines = 8;

/**
 * Periods of reference: their spans and the lines of those whose name has no room (behind the marks), or dotted
 * lines with their names (before them).
 */
export function PeriodLines({ plot, periods, part, lift = 0 }: PeriodLinesProps) {
  const rows = rowsOf(periods);
  const isCrowded = periods.filter(({ row }) => row === null).length > mostLines;
  return (
    <>
      {periods.map(({ mark, from, to, row, flip }) => {
        const x = Math.round(plot.left + from) + 0.5;
        const key = `${mark.startsOn}:${mark.label}`;
        const line = (top: number, bottom: number, className: string | undefined) => (
          <line className={className} x1={x} x2={x} y1={top} y2={bottom} />
        );
        const floor = plot.top + plot.height;
        if (part === 'span') {
          return (
            <g key={key}>
              {to - from >= 3 && !isCrowded && (
                <rect
                  className={styles.periodSpan}
                  x={x}
                  y={plot.top}
                  width={to - from}
                  height={plot.height}
                />
              )}
              {row === null &&
                line(plot.top, isCrowded ? plot.top + 5 : floor, classes(styles.periodLine, styles.unnamed))}
            </g>
          );
        }
        if (row === null) return null;
        const top = plot.top - lift - 14 * (rows - row) + 4;
        return (
          <g key={key}>
            {line(top, floor, styles.periodLine)}
            <text
              className={styles.periodName}
              x={flip ? x - 4 : x + 4}
              y={top + 8}
              textAnchor={flip ? 'end' : 'start'}
            >
              {mark.label}
            </text>
          </g>
        );
      })}
    </>
  );
}
