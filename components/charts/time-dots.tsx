'use client';

import { useId, useMemo, useRef } from 'react';
import { CartesianGrid, Scatter, ScatterChart, type ScatterShapeProps, XAxis, YAxis } from 'recharts';
import { type DaySpan, isChosen, type PlacedDot } from '@/lib/charts/time-layout';
import type { Dot, SeriesKey, TimeChart } from '@/lib/charts/types';
import { addDays, dayNumber } from '@/lib/dates/civil';
import { TypeDot } from '../ui/type-dot';
import { AxisTick } from './axis-tick';
import { Hatches, hatchId } from './bar-part';
import { MarksContext } from './bar-state';
import { dotLayout } from './dot-layout';
import { DotMark, DotsAbove, DotsBelow } from './dot-mark';
import type { TimeHrefs } from './time-chart';
import styles from './time-chart.module.css';
import { Tooltip } from './time-tooltip';
import tooltipStyles from './time-tooltip.module.css';
import { useDotMarks } from './use-dot-marks';
import { type Size, useSize } from './use-size';

type TimeDotsProps = { chart: TimeChart; dots: Dot[]; hrefOf: TimeHrefs; selected: DaySpan | null };

/** One dot an incident, filling the box around them. */
export function TimeDots(props: TimeDotsProps) {
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  return (
    <div ref={root} className={styles.fill}>
      {size && <SizedDots {...props} size={size} />}
    </div>
  );
}

function SizedDots({ chart, dots, hrefOf, selected, size }: TimeDotsProps & { size: Size }) {
  const hatch = useId();
  const layout = useMemo(() => dotLayout(chart, dots, size), [chart, dots, size]);
  const { state, handlers } = useDotMarks(layout.placed.length);

  const drawing = useMemo(() => {
    const { plot, span, ticks, placed } = layout;
    const first = dayNumber(span.from);
    const end = dayNumber(span.to) + 1;
    const faded = ({ dot }: PlacedDot) => !isChosen({ start: dot.startsOn, end: dot.startsOn }, selected);
    return (
      <ScatterChart
        width={size.width}
        height={size.height}
        margin={{ top: plot.top, right: size.width - plot.left - plot.width, bottom: 0, left: plot.left }}
        accessibilityLayer={false}
      >
        <Hatches id={hatch} keys={keysOf(chart, dots)} />
        <CartesianGrid horizontal={false} />
        <XAxis
          type="number"
          dataKey="day"
          height={size.height - plot.top - plot.height}
          domain={[first, end]}
          allowDataOverflow
          ticks={ticks.map(({ day }) => day)}
          interval={0}
          tickLine={false}
          axisLine={false}
          tick={({ x, y, payload }) => (
            <AxisTick
              x={Number(x)}
              y={Number(y)}
              tick={ticks.find(({ day }) => day === Number(payload.value))?.tick}
            />
          )}
        />
        <YAxis type="number" dataKey="y" domain={[0, plot.height]} hide />
        <DotsBelow chart={chart} layout={layout} hatch={hatch} faded={faded} />
        <Scatter
          data={placed.map((spot) => ({
            day: (dayNumber(spot.dot.startsOn) + dayNumber(addDays(spot.dot.endsOn, 1))) / 2,
            y: spot.y,
          }))}
          isAnimationActive={false}
          shape={(shape: ScatterShapeProps) => {
            const spot = placed[shape.index];
            if (!spot || shape.cx === undefined || shape.cy === undefined) return <g />;
            return (
              <DotMark
                x={shape.cx}
                y={shape.cy}
                spot={spot}
                index={shape.index}
                label={typeLabel(chart, spot.dot)}
                href={hrefOf.dots[spot.dot.ref]}
                hatch={hatchId(hatch, spot.dot.type)}
                faded={faded(spot)}
              />
            );
          }}
        />
        <DotsAbove layout={layout} />
      </ScatterChart>
    );
  }, [chart, dots, hrefOf, selected, layout, size, hatch]);

  const pointed = state.pointed && layout.placed[state.pointed.bucket];
  return (
    <div className={styles.marks} {...handlers}>
      <MarksContext value={state}>{drawing}</MarksContext>
      {pointed && <DotTooltip chart={chart} spot={pointed} layout={layout} />}
    </div>
  );
}

/** The keys of the chart, and those of dots whose type the chart does not name. */
function keysOf({ keys }: TimeChart, dots: readonly Dot[]): SeriesKey[] {
  const missing = [...new Set(dots.map(({ type }) => type))].filter(
    (type) => !keys.some(({ code }) => code === type),
  );
  return [...keys, ...missing.map((code) => ({ code, label: code, color: '' }))];
}

function typeLabel({ keys }: TimeChart, { type }: Dot): string {
  return keys.find(({ code }) => code === type)?.label ?? type;
}

type DotTooltipProps = { chart: TimeChart; spot: PlacedDot; layout: ReturnType<typeof dotLayout> };

function DotTooltip({ chart, spot, layout: { plot } }: DotTooltipProps) {
  const { dot, x, y, radius } = spot;
  const isRight = x > plot.width / 2;
  return (
    <Tooltip
      x={plot.left + x + (isRight ? -radius : radius)}
      y={Math.max(0, plot.top + plot.height - y - 28)}
      isLeft={isRight}
    >
      <p className={tooltipStyles.title}>{dot.title}</p>
      <p>{dot.date}</p>
      <TypeDot code={dot.type} label={typeLabel(chart, dot)} />
    </Tooltip>
  );
}
