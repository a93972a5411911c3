'use client';

import { useContext, useMemo } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { screenMessages } from '@/lib/charts/screen-messages';
import { type DaySpan, isChosen, runsWithoutData, stackTotal } from '@/lib/charts/time-layout';
import type { Bucket, TimeChart } from '@/lib/charts/types';
import { AxisTick, CountTick } from './axis-tick';
import { type BarLayout, barStart } from './bar-layout';
import { ActiveContext, type Mark, MarksContext } from './bar-state';
import styles from './time-chart.module.css';
import { NoDataBand, PeriodLines } from './time-marks';

type LayerProps = { chart: TimeChart; layout: BarLayout };

/** What lies behind the bars: the chosen span, spans without data, periods, and a link for each bucket. */
export function BarsBelow({
  chart,
  layout,
  hrefs,
  selected,
}: LayerProps & { hrefs: Record<string, string>; selected: DaySpan | null }) {
  const { plot, step, periods } = layout;
  const words = chartMessages[chart.frame.locale];
  const chosen = selected
    ? chart.buckets.flatMap((bucket, i) => (isChosen(bucket, selected) ? [i] : []))
    : [];
  const [first, last] = [chosen[0], chosen.at(-1)];
  return (
    <g>
      <BarAxes chart={chart} layout={layout} />
      {runsWithoutData(chart.buckets).map(([from, to]) => (
        <NoDataBand key={from} plot={plot} from={from * step} to={(to + 1) * step} label={words.noData} />
      ))}
      {first !== undefined && last !== undefined && (
        <rect
          className={styles.chosen}
          x={plot.left + first * step}
          y={plot.top}
          width={(last - first + 1) * step}
          height={plot.height}
        />
      )}
      <PeriodLines plot={plot} periods={periods} part="span" />
      <Highlights layout={layout} />
      <Columns chart={chart} layout={layout} hrefs={hrefs} />
    </g>
  );
}

/** Labels of both axes and the lines of the counts. */
function BarAxes({ chart, layout }: LayerProps) {
  const { plot, step, xTicks, yTicks } = layout;
  return (
    <>
      {yTicks.map((value) => {
        const y = heightAt(layout, value);
        return (
          <g key={value}>
            <line className={styles.grid} x1={plot.left} x2={plot.left + plot.width} y1={y} y2={y} />
            <CountTick x={plot.left - 8} y={y} value={value} locale={chart.frame.locale} />
          </g>
        );
      })}
      {xTicks.map((tick) => (
        <AxisTick
          key={tick.index}
          x={plot.left + (tick.index + 0.5) * step}
          y={plot.top + plot.height}
          tick={tick}
        />
      ))}
    </>
  );
}

/** The bucket under the pointer and the span that is being chosen. */
function Highlights({ layout: { plot, step } }: { layout: BarLayout }) {
  const { pointed, range } = useContext(MarksContext);
  return (
    <>
      {pointed && (
        <rect
          className={styles.pointed}
          x={plot.left + pointed.bucket * step}
          y={plot.top}
          width={step}
          height={plot.height}
        />
      )}
      {range && (
        <rect
          className={styles.range}
          x={plot.left + range[0] * step}
          y={plot.top}
          width={(range[1] - range[0] + 1) * step}
          height={plot.height}
        />
      )}
    </>
  );
}

/** A link as high as the plot for each bucket; the arrow keys walk through them. */
function Columns({ chart, layout: { plot, step }, hrefs }: LayerProps & { hrefs: Record<string, string> }) {
  const active = useContext(ActiveContext);
  const names = useMemo(() => chart.buckets.map((bucket) => columnName(chart, bucket)), [chart]);
  return (
    <>
      {chart.buckets.map(({ start }, index) => (
        <a
          key={start}
          href={hrefs[start]}
          draggable={false}
          data-bucket={index}
          tabIndex={index === active ? 0 : -1}
          aria-label={names[index]}
          // Without an address it is no link, but still a mark with a name.
          role={hrefs[start] === undefined ? 'img' : undefined}
          className={styles.column}
        >
          <rect x={plot.left + index * step} y={plot.top} width={step} height={plot.height} />
        </a>
      ))}
    </>
  );
}

/** How a bar is read out: "Sep 2019: 1 incident, Mass incident 1, Petition 0". */
function columnName(chart: TimeChart, bucket: Bucket): string {
  const words = chartMessages[chart.frame.locale];
  const screen = screenMessages[chart.frame.locale];
  const hasNoData = bucket.coverage === 'none' && bucket.total === 0;
  const name = screen.bar(
    bucket.label,
    hasNoData ? words.noData : screen.incidents(bucket.total),
    bucket.total === 0
      ? []
      : chart.keys.map(({ code, label }) => ({ label, count: stackTotal(bucket, code) })),
  );
  return bucket.coverage === 'part' ? `${name}; ${words.partCovered}` : name;
}

/** What lies before the bars: the axis, outlines of buckets covered in part, names of periods, the focus. */
export function BarsAbove({ chart, layout }: LayerProps) {
  const { plot, barWidth, periods } = layout;
  return (
    <g className={styles.above}>
      {chart.buckets.map((bucket, index) => {
        if (bucket.coverage !== 'part' || barWidth < 3) return null;
        const top = Math.min(heightAt(layout, bucket.total), plot.top + plot.height - 12);
        return (
          <rect
            key={bucket.start}
            className={styles.partial}
            x={barStart(layout, index) - 1.5}
            y={top - 2.5}
            width={barWidth + 3}
            height={plot.top + plot.height - top + 2.5}
          />
        );
      })}
      <line
        className={styles.axis}
        x1={plot.left}
        x2={plot.left + plot.width}
        y1={plot.top + plot.height + 0.5}
        y2={plot.top + plot.height + 0.5}
      />
      <PeriodLines plot={plot} periods={periods} part="name" />
      <FocusFrame chart={chart} layout={layout} />
    </g>
  );
}

/** A frame around the bar or the part of a bar that is in focus. */
function FocusFrame({ chart, layout }: LayerProps) {
  const { framed } = useContext(MarksContext);
  if (!framed) return null;
  const { plot, step, barWidth } = layout;
  const edges = partEdges(chart, framed);
  const [top, bottom] = edges
    ? [heightAt(layout, edges[1]), heightAt(layout, edges[0])]
    : [plot.top, plot.top + plot.height];
  const [x, width] = edges
    ? [barStart(layout, framed.bucket), barWidth]
    : [plot.left + framed.bucket * step, step];
  return (
    <rect className={styles.focus} x={x - 1} y={top - 1} width={width + 2} height={bottom - top + 2} rx="2" />
  );
}

/** The counts at which a part of a bar begins and ends. */
function partEdges({ keys, buckets }: TimeChart, { bucket: index, code }: Mark): [number, number] | null {
  const bucket = buckets[index];
  if (!bucket || code === null) return null;
  let from = 0;
  for (const key of keys) {
    const count = stackTotal(bucket, key.code);
    if (key.code === code) return [from, from + count];
    from += count;
  }
  return null;
}

function heightAt({ plot, yTicks }: BarLayout, count: number): number {
  return plot.top + plot.height * (1 - count / Math.max(1, yTicks.at(-1) ?? 1));
}
