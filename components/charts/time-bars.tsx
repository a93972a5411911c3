'use client';

import { useId, useMemo, useRef } from 'react';
import { Bar, BarChart, type BarShapeProps, XAxis, YAxis } from 'recharts';
import { type DaySpan, isChosen, stackOf } from '@/lib/charts/time-layout';
import type { TimeChart } from '@/lib/charts/types';
import { barLayout, marginsOf } from './bar-layout';
import { BarPart, Hatches, hatchId } from './bar-part';
import { ActiveContext, MarksContext } from './bar-state';
import { BarsAbove, BarsBelow } from './time-bar-layers';
import type { TimeHrefs } from './time-chart';
import styles from './time-chart.module.css';
import { BarTooltip } from './time-tooltip';
import { useBarMarks } from './use-bar-marks';
import { type Size, useSize } from './use-size';

type TimeBarsProps = {
  chart: TimeChart;
  hrefOf: TimeHrefs;
  selected: DaySpan | null;
  rangeHref?: string;
};

/** Stacked bars, one a time bucket, filling the box around them. */
export function TimeBars(props: TimeBarsProps) {
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  return (
    <div ref={root} className={styles.fill}>
      {size && <SizedBars {...props} size={size} />}
    </div>
  );
}

function SizedBars({ chart, hrefOf, selected, rangeHref, size }: TimeBarsProps & { size: Size }) {
  const hatch = useId();
  const layout = useMemo(() => barLayout(chart, size), [chart, size]);
  const { active, state, announcement, handlers } = useBarMarks({ chart, layout, rangeHref });

  // The drawing itself does not depend on where the pointer is: moving it draws nothing anew.
  const drawing = useMemo(() => {
    const { plot, barWidth } = layout;
    const rows = chart.buckets.map((bucket) => ({
      start: bucket.start,
      ...Object.fromEntries(
        chart.keys.flatMap(({ code }) => {
          const { sure, coarse } = stackOf(bucket, code);
          return [
            [`${code}:sure`, sure],
            [`${code}:coarse`, coarse],
          ];
        }),
      ),
    }));
    const parts = chart.keys.flatMap((key) =>
      (['sure', 'coarse'] as const)
        .filter((part) => chart.buckets.some((bucket) => stackOf(bucket, key.code)[part] > 0))
        .map((part) => ({ key, part })),
    );
    return (
      <BarChart
        width={size.width}
        height={size.height}
        data={rows}
        margin={marginsOf(plot, size)}
        accessibilityLayer={false}
      >
        <Hatches id={hatch} keys={chart.keys} />
        <XAxis dataKey="start" hide />
        <YAxis domain={[0, layout.yTicks.at(-1) ?? 0]} hide />
        <BarsBelow chart={chart} layout={layout} hrefs={hrefOf.buckets} selected={selected} />
        {parts.map(({ key, part }) => (
          <Bar
            key={`${key.code}:${part}`}
            dataKey={`${key.code}:${part}`}
            stackId="count"
            zIndex={0}
            barSize={barWidth}
            isAnimationActive={false}
            shape={(shape: BarShapeProps) => {
              const bucket = chart.buckets[shape.originalDataIndex];
              return bucket ? (
                <BarPart
                  shape={shape}
                  index={shape.originalDataIndex}
                  bucket={bucket}
                  series={key}
                  hatch={part === 'coarse' ? hatchId(hatch, key.code) : null}
                  href={hrefOf.stacks[`${bucket.start}:${key.code}`] ?? hrefOf.buckets[bucket.start]}
                  faded={!isChosen(bucket, selected)}
                  locale={chart.frame.locale}
                />
              ) : (
                <g />
              );
            }}
          />
        ))}
        <BarsAbove chart={chart} layout={layout} />
      </BarChart>
    );
  }, [chart, hrefOf, selected, layout, size, hatch]);

  return (
    <div className={styles.marks} {...handlers}>
      <ActiveContext value={active}>
        <MarksContext value={state}>{drawing}</MarksContext>
      </ActiveContext>
      {state.pointed && (
        <BarTooltip
          chart={chart}
          plot={layout.plot}
          bucket={state.pointed.bucket}
          code={state.pointed.code}
        />
      )}
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}
