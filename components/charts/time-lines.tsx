'use client';

import { useMemo } from 'react';
import { Area, Line } from 'recharts';
import { dashOf, heightOf, isLow, peopleEnds, peopleIn } from '@/lib/charts/time-values';
import type { TimeChart } from '@/lib/charts/types';
import { classes, toneClass } from '../ui/tone';
import { type BarLayout, heightAt } from './bar-layout';
import styles from './time-chart.module.css';

type LinesProps = { chart: TimeChart; layout: BarLayout };

/** The lines of a chart that is drawn so, and its moving averages. Elements of the drawing library. */
export function Lines({ chart, layout }: LinesProps) {
  const isLines = chart.draw === 'lines';
  const isPeople = chart.show === 'participants';
  const isPanel = chart.draw === 'multiples';
  const tones = new Map(layout.keys.map(({ code, tone }) => [code, tone ?? code]));
  const common = {
    dot: false,
    activeDot: false,
    isAnimationActive: false,
    connectNulls: false,
    zIndex: 0,
  } as const;
  return (
    <>
      {isLines &&
        isPeople &&
        layout.keys.map(({ code, tone }) => (
          <Area
            key={`b:${code}`}
            {...common}
            dataKey={`b:${code}`}
            type="linear"
            className={classes(toneClass(tone ?? code), styles.peopleBand)}
          />
        ))}
      {isLines &&
        layout.keys.map(({ code, tone }, index) => (
          <Line
            key={`l:${code}`}
            {...common}
            dataKey={`l:${code}`}
            type="linear"
            strokeDasharray={chart.mean ? undefined : dashOf(index)}
            className={classes(toneClass(tone ?? code), styles.series, chart.mean && styles.behindMean)}
          />
        ))}
      {!isLines &&
        !isPanel &&
        chart.mean?.lines.map(({ code }) => (
          <Line
            key={`h:${code}`}
            {...common}
            dataKey={`m:${code}`}
            type="linear"
            className={classes(styles.series, styles.mean, styles.halo)}
          />
        ))}
      {chart.mean?.lines.map(({ code }) => (
        <Line
          key={`m:${code}`}
          {...common}
          dataKey={`m:${code}`}
          type="linear"
          strokeDasharray={isLines ? dashOf(layout.keys.findIndex((key) => key.code === code)) : undefined}
          className={classes(
            code === '' || isPanel ? styles.meanOfAll : toneClass(tones.get(code)),
            styles.series,
            styles.mean,
          )}
        />
      ))}
    </>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Points of lines where there is room for them or where a point stands alone, and rings around shares of few. */
export function LinePoints({ chart, layout }: LinesProps) {
  const paths = useMemo(() => pointPaths(chart, layout), [chart, layout]);
  return (
    <g className={styles.above}>
      {paths.map(({ code, tone, d }) => (
        <path key={code} className={classes(toneClass(tone), styles.full)} d={d} />
      ))}
      <LineNames layout={layout} />
    </g>
  );
}

function pointPaths(chart: TimeChart, layout: BarLayout): { code: string; tone: string; d: string }[] {
  const { keys, drawn, step, plot } = layout;
  const pointAt = (index: number, code: string): { value: number; isOpen: boolean } | null => {
    const bucket = chart.buckets[index];
    if (!bucket) return null;
    if (chart.show === 'participants') {
      const ends = peopleEnds(peopleIn(bucket, code));
      return ends && { value: ends.isOpen ? ends.high : ends.low, isOpen: ends.isOpen };
    }
    const value = heightOf(drawn[index], code);
    return value === null ? null : { value, isOpen: false };
  };
  return keys.flatMap(({ code, tone }) => {
    let d = '';
    chart.buckets.forEach((bucket, index) => {
      const point = pointAt(index, code);
      if (!point || isLow(chart, bucket)) return;
      const isAlone = pointAt(index - 1, code) === null && pointAt(index + 1, code) === null;
      if (step < (point.isOpen ? 7 : 14) && !isAlone) return;
      const [x, y] = [round(plot.left + (index + 0.5) * step), round(heightAt(layout, point.value))];
      d += point.isOpen
        ? `M${round(x - 3)} ${y}h6l-3 -4.5z`
        : `M${round(x - 2.2)} ${y}a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0z`;
    });
    return d === '' ? [] : [{ code, tone: tone ?? code, d }];
  });
}

/** The names of the lines at their right ends, moved apart where they would meet. */
function LineNames({ layout }: Pick<LinesProps, 'layout'>) {
  const { plot, keys, drawn, step } = layout;
  if (!layout.hasNames) return null;
  const ends = keys
    .flatMap(({ code, label, tone }) => {
      const last = drawn.findLastIndex((one) => heightOf(one, code) !== null);
      const value = heightOf(drawn[last], code);
      return value === null
        ? []
        : [
            {
              code,
              label,
              tone: tone ?? code,
              x: plot.left + (last + 0.5) * step,
              y: heightAt(layout, value),
            },
          ];
    })
    .sort((a, b) => a.y - b.y);
  const places = apart(
    ends.map(({ y }) => y),
    13,
    plot.top + plot.height,
  );
  const x = plot.left + plot.width + 12;
  return (
    <>
      {ends.map(({ code, label, tone, y, x: from }, index) => (
        <g key={code} className={toneClass(tone)}>
          <path
            className={styles.leader}
            d={`M${round(from + 3)} ${round(y)}L${x - 3} ${round(places[index] ?? y)}`}
          />
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
          <text className={styles.lineName} x={x} y={places[index]} dy="0.34em" aria-hidden="true">
            {label}
          </text>
        </g>
      ))}
    </>
  );
}

/** Places in ascending order, moved so that neighbours are `gap` apart and none lies below `limit`. */
function apart(wanted: readonly number[], gap: number, limit: number): number[] {
  const placed: number[] = [];
  for (const y of wanted) placed.push(Math.max(y, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  let most = limit;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i] ?? 0, most);
    most = (placed[i] ?? 0) - gap;
  }
  return placed;
}
