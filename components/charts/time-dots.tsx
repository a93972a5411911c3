'use client';

import { type PointerEvent, useCallback, useId, useMemo, useRef } from 'react';
import { Scatter, ScatterChart, type ScatterShapeProps, XAxis, YAxis } from 'recharts';
import { type DaySpan, dayPosition, isChosen, type PlacedDot } from '@/lib/charts/time-layout';
import type { Dot, SeriesKey, TimeChart } from '@/lib/charts/types';
import { addDays, dayNumber } from '@/lib/dates/civil';
import { inLine } from '@/lib/i18n/locale';
import { TypeDot } from '../ui/type-dot';
import { marginsOf } from './bar-layout';
import { ActiveContext, MarksContext } from './bar-state';
import { dotLayout } from './dot-layout';
import { DotMark, DotsAbove, DotsBelow } from './dot-mark';
import { TimeBrush } from './time-brush';
import type { TimeHrefs } from './time-chart';
import styles from './time-chart.module.css';
import { Hatches, hatchId } from './time-hatches';
import { TimeLane } from './time-lane';
import { Tooltip } from './time-tooltip';
import tooltipStyles from './time-tooltip.module.css';
import { edgesOf, type RangeActs, useBrush } from './use-brush';
import { useDotMarks } from './use-dot-marks';
import { type Size, useSize } from './use-size';

type TimeDotsProps = {
  chart: TimeChart;
  dots: Dot[];
  hrefOf: TimeHrefs;
  selected: DaySpan | null;
  brushed: DaySpan | null;
  rangeActs: RangeActs | null;
};

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

function SizedDots(props: TimeDotsProps & { size: Size }) {
  const { chart, dots, hrefOf, selected, brushed, rangeActs, size } = props;
  const hatch = useId();
  const layout = useMemo(() => dotLayout(chart, dots, size), [chart, dots, size]);
  const { active, state, handlers } = useDotMarks(layout.placed.length);

  const drawing = useMemo(() => {
    const { plot, span, placed } = layout;
    const faded = ({ dot }: PlacedDot) => !isChosen({ start: dot.startsOn, end: dot.startsOn }, selected);
    return (
      <ScatterChart
        width={size.width}
        height={size.height}
        margin={marginsOf(plot, size)}
        accessibilityLayer={false}
      >
        <Hatches id={hatch} keys={keysOf(chart, dots)} />
        <XAxis
          type="number"
          dataKey="day"
          domain={[dayNumber(span.from), dayNumber(span.to) + 1]}
          allowDataOverflow
          hide
        />
        <YAxis type="number" dataKey="y" domain={[0, plot.height]} hide />
        <DotsBelow chart={chart} layout={layout} hatch={hatch} faded={faded} />
        <Scatter
          data={placed.map((spot) => ({
            day: (dayNumber(spot.dot.startsOn) + dayNumber(addDays(spot.dot.endsOn, 1))) / 2,
            y: spot.y,
          }))}
          zIndex={0}
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
                name={inLine([spot.dot.title, spot.dot.date, typeLabel(chart, spot.dot)], chart.frame.locale)}
                href={hrefOf.dot(spot.dot.ref)}
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

  const { plot, span } = layout;
  const { buckets } = chart;
  const place = useCallback((day: number) => dayPosition(day, span, plot.width), [span, plot.width]);
  /** The place of an edge between buckets: of the first day after it. */
  const placeOf = useCallback(
    (edge: number) => {
      const bucket = buckets[edge];
      return place(bucket ? dayNumber(bucket.start) : dayNumber(buckets.at(-1)?.end ?? span.to) + 1);
    },
    [buckets, place, span],
  );
  const bucketAt = (x: number) => {
    const at = buckets.findLastIndex((_, index) => placeOf(index) <= x - plot.left);
    return at < 0 || x - plot.left > placeOf(buckets.length) ? null : at;
  };
  const selection = useMemo(() => edgesOf(buckets, brushed), [buckets, brushed]);
  const brush = useBrush({ buckets, selection, bucketAt, acts: rangeActs });

  const acts = {
    ...handlers,
    ...brush.handlers,
    onPointerMove: (event: PointerEvent) => {
      brush.handlers.onPointerMove(event);
      if (!brush.isDragging()) handlers.onPointerMove(event);
    },
  };
  const pointed = state.pointed && layout.placed[state.pointed.bucket];
  return (
    <div className={styles.marks} {...acts}>
      <ActiveContext value={active}>
        <MarksContext value={state}>{drawing}</MarksContext>
      </ActiveContext>
      {pointed && <DotTooltip chart={chart} spot={pointed} layout={layout} />}
      {rangeActs && (
        <TimeBrush
          plot={plot}
          buckets={buckets}
          placeOf={placeOf}
          selection={selection}
          isQuiet={selected === null}
          draft={brush.draft}
          onDraft={brush.setDraft}
          onCommit={brush.commit}
          onClear={brush.clear}
          locale={chart.frame.locale}
        />
      )}
      {chart.lane && (
        <TimeLane
          marks={chart.lane.marks}
          plot={plot}
          position={place}
          inBuckets={false}
          hrefOf={hrefOf.directive}
          locale={chart.frame.locale}
        />
      )}
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
  return (
    <Tooltip x={plot.left + x} y={plot.top + plot.height - y - radius} isLeft={x > plot.width / 2} isAbove>
      <p className={tooltipStyles.title}>{dot.title}</p>
      <p>{dot.date}</p>
      <TypeDot code={dot.type} label={typeLabel(chart, dot)} />
    </Tooltip>
  );
}
