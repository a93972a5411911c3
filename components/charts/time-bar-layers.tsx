'use client';

import { useContext, useMemo } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { type DaySpan, runsWithoutData } from '@/lib/charts/time-layout';
import { runningTotals } from '@/lib/charts/time-values';
import type { TimeChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { classes, toneClass } from '../ui/tone';
import { AxisTick, ValueTick } from './axis-tick';
import { markBox } from './bar-hits';
import { type BarLayout, barStart, heightAt, laneHeight } from './bar-layout';
import { barPaths, signPaths, topOf } from './bar-paths';
import { MarksContext } from './bar-state';
import styles from './time-chart.module.css';
import { hatchId } from './time-hatches';
import { NoDataBand, PeriodLines } from './time-marks';

type LayerProps = { chart: TimeChart; layout: BarLayout };

/** What lies behind the marks: axes, spans without data, periods. */
export function BarsBelow({ chart, layout }: LayerProps) {
  const { plot, step, periods } = layout;
  return (
    <g className={styles.above}>
      <BarAxes chart={chart} layout={layout} />
      {runsWithoutData(chart.buckets).map(([from, to]) => (
        <NoDataBand
          key={from}
          plot={plot}
          from={from * step}
          to={(to + 1) * step}
          label={chartMessages[chart.frame.locale].noData}
        />
      ))}
      <PeriodLines plot={plot} periods={periods} part="span" />
      <PointedColumn layout={layout} />
    </g>
  );
}

/** Labels of both axes and the lines of the values. */
function BarAxes({ chart, layout }: LayerProps) {
  const { plot, step, xTicks, yTicks } = layout;
  const below = plot.top + plot.height + (chart.lane ? laneHeight : 0);
  return (
    <>
      {yTicks.map(({ value, label }) => {
        const y = heightAt(layout, value);
        return (
          <g key={value}>
            <line className={styles.grid} x1={plot.left} x2={plot.left + plot.width} y1={y} y2={y} />
            <ValueTick x={plot.left - 8} y={y} label={label} />
          </g>
        );
      })}
      {xTicks.map((tick) => (
        <AxisTick key={tick.index} x={plot.left + (tick.index + 0.5) * step} y={below} tick={tick} />
      ))}
    </>
  );
}

/** The bucket under the pointer. */
function PointedColumn({ layout: { plot, step } }: { layout: BarLayout }) {
  const { pointed } = useContext(MarksContext);
  if (!pointed) return null;
  const x = plot.left + pointed.bucket * step;
  return <rect className={styles.pointed} x={x} y={plot.top} width={step} height={plot.height} />;
}

/** The bars, or the ranges of people: an outline for each series, whatever the number of buckets. */
export function Bars({
  chart,
  layout,
  selected,
  hatch,
}: LayerProps & { selected: DaySpan | null; hatch: string }) {
  const paths = useMemo(() => barPaths(chart, layout, selected), [chart, layout, selected]);
  const tones = new Map(layout.keys.map(({ code, tone }) => [code, tone ?? code]));
  const isEdged = layout.barWidth / (layout.isGrouped ? layout.keys.length : 1) >= 8;
  return (
    <g className={styles.above}>
      {paths.map(({ code, kind, faded, d }) => (
        <path
          key={`${code}:${kind}:${faded}`}
          d={d}
          fill={kind === 'coarse' ? `url(#${hatchId(hatch, code)})` : undefined}
          className={classes(
            toneClass(tones.get(code)),
            kind !== 'coarse' && styles.full,
            isEdged && kind !== 'open' && styles.edged,
            faded && styles.faded,
          )}
          data-series={code}
          data-kind={kind}
        />
      ))}
    </g>
  );
}

/** What lies before the marks: the axis, signs over the bars, names of periods, the focus. */
export function BarsAbove({ chart, layout }: LayerProps) {
  const { plot, periods, barWidth } = layout;
  const signs = useMemo(() => {
    const sums =
      chart.show === 'cumulative' ? runningTotals(chart.buckets) : chart.buckets.map(({ total }) => total);
    return signPaths(chart, layout, sums);
  }, [chart, layout]);
  const hasNumbers = chart.show === 'share' && chart.draw === 'stacked' && layout.step >= 18;
  return (
    <g className={styles.above}>
      {signs.partial !== '' && <path className={styles.partial} d={signs.partial} />}
      {signs.totals !== '' && (
        <path className={classes(styles.totals, barWidth < 6 && styles.thin)} d={signs.totals} />
      )}
      {signs.low !== '' && <path className={styles.ring} d={signs.low} />}
      {signs.bursts !== '' && <path className={styles.burst} d={signs.bursts} data-sign="burst" />}
      {hasNumbers &&
        chart.buckets.map((bucket, index) => {
          if (bucket.total === 0) return null;
          const isLow = bucket.total < 10;
          return (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
            <text
              key={bucket.start}
              className={styles.tick}
              x={barStart(layout, index) + barWidth / 2}
              y={topOf(chart, layout, index) - (isLow ? 10 : 4)}
              textAnchor="middle"
              aria-hidden="true"
            >
              {formatNumber(bucket.total, chart.frame.locale)}
            </text>
          );
        })}
      <line
        className={styles.axis}
        x1={plot.left}
        x2={plot.left + plot.width}
        y1={plot.top + plot.height + 0.5}
        y2={plot.top + plot.height + 0.5}
      />
      <PeriodLines plot={plot} periods={periods} part="name" lift={layout.lift} />
      <FocusFrame chart={chart} layout={layout} />
    </g>
  );
}

/** A frame around the bucket or the part of it that is in focus. */
function FocusFrame({ chart, layout }: LayerProps) {
  const { framed } = useContext(MarksContext);
  const box = framed && markBox(chart, layout, framed);
  if (!box) return null;
  return (
    <rect
      className={styles.focus}
      x={box.x - 1}
      y={box.y - 1}
      width={box.width + 2}
      height={box.height + 2}
      rx="2"
    />
  );
}
