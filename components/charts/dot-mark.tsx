'use client';

import { useContext } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { dayPosition, dotKind, type PlacedDot, runsWithoutData } from '@/lib/charts/time-layout';
import type { TimeChart } from '@/lib/charts/types';
import { dayNumber } from '@/lib/dates/civil';
import { classes, toneClass } from '../ui/tone';
import { AxisTick } from './axis-tick';
import { laneHeight } from './bar-layout';
import { ActiveContext, MarksContext } from './bar-state';
import type { DotLayout } from './dot-layout';
import styles from './time-chart.module.css';
import { hatchId } from './time-hatches';
import { NoDataBand, PeriodLines } from './time-marks';

type DotMarkProps = {
  x: number;
  y: number;
  spot: PlacedDot;
  index: number;
  /** How it is read out. */
  name: string;
  href: string | undefined;
  hatch: string;
  faded: boolean;
};

/** One incident, a link to its record. Hatched when its date is not known to the day. */
export function DotMark({ x, y, spot: { dot, radius }, index, name, href, hatch, faded }: DotMarkProps) {
  const active = useContext(ActiveContext);
  return (
    <a
      href={href}
      aria-label={name}
      tabIndex={index === active ? 0 : -1}
      draggable={false}
      data-bucket={index}
      className={classes(styles.dot, toneClass(dot.type), faded && styles.faded)}
    >
      <circle className={styles.reach} cx={x} cy={y} r={radius + 4} />
      {dotKind(dot) === 'coarse' ? (
        <circle cx={x} cy={y} r={radius} fill={`url(#${hatch})`} />
      ) : (
        <circle className={styles.full} cx={x} cy={y} r={radius} />
      )}
    </a>
  );
}

type DotsBelowProps = {
  chart: TimeChart;
  layout: DotLayout;
  hatch: string;
  faded: (spot: PlacedDot) => boolean;
};

/** What lies behind the dots: spans without data, periods, stems, and the bands of dates that are longer than a day. */
export function DotsBelow({ chart, layout, hatch, faded }: DotsBelowProps) {
  const { plot, span, ticks, placed, periods } = layout;
  const bottom = plot.top + plot.height;
  const bandHeight = 7;
  return (
    <g className={styles.above}>
      {ticks.map(({ day, tick }) => {
        const x = Math.round(plot.left + dayPosition(day, span, plot.width)) + 0.5;
        return (
          <g key={day}>
            <line className={styles.grid} x1={x} x2={x} y1={plot.top} y2={bottom} />
            <AxisTick x={x} y={bottom + (chart.lane ? laneHeight : 0)} tick={tick} />
          </g>
        );
      })}
      {runsWithoutData(chart.buckets).map(([first, last]) => (
        <NoDataBand
          key={first}
          plot={plot}
          from={dayPosition(dayNumber(chart.buckets[first]?.start ?? ''), span, plot.width)}
          to={dayPosition(dayNumber(chart.buckets[last]?.end ?? '') + 1, span, plot.width)}
          label={chartMessages[chart.frame.locale].noData}
        />
      ))}
      <PeriodLines plot={plot} periods={periods} part="span" />
      <PeriodLines plot={plot} periods={periods} part="name" />
      {placed.map((spot) => {
        const { dot, x, from, to, y, radius } = spot;
        const kind = dotKind(dot);
        const [cx, cy] = [plot.left + x, bottom - y];
        return (
          <g key={dot.ref} className={classes(toneClass(dot.type), faded(spot) && styles.faded)}>
            <line className={styles.stem} x1={cx} x2={cx} y1={cy} y2={bottom} />
            {kind !== 'day' && to - from > 2 * radius && (
              <rect
                className={kind === 'run' ? styles.run : styles.band}
                x={plot.left + from}
                y={cy - bandHeight / 2}
                width={to - from}
                height={bandHeight}
                rx={bandHeight / 2}
                fill={kind === 'coarse' ? `url(#${hatchId(hatch, dot.type)})` : undefined}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** What lies before the dots: the axis and the ring around the dot in focus. */
export function DotsAbove({ layout: { plot, placed } }: { layout: DotLayout }) {
  const { framed } = useContext(MarksContext);
  const spot = framed && placed[framed.bucket];
  const bottom = plot.top + plot.height;
  return (
    <g className={styles.above}>
      <line
        className={styles.axis}
        x1={plot.left}
        x2={plot.left + plot.width}
        y1={bottom + 0.5}
        y2={bottom + 0.5}
      />
      {spot && (
        <circle
          className={styles.focusRing}
          cx={plot.left + spot.x}
          cy={bottom - spot.y}
          r={spot.radius + 3.5}
        />
      )}
    </g>
  );
}
