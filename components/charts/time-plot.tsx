'use client';

import dynamic from 'next/dynamic';
import { type PointerEvent, type ReactNode, useCallback, useId, useMemo, useRef } from 'react';
import { ComposedChart, XAxis, YAxis } from 'recharts';
import { screenMessages } from '@/lib/charts/screen-messages';
import { bucketPosition, type DaySpan } from '@/lib/charts/time-layout';
import type { TimeChart } from '@/lib/charts/types';
import { formatRange } from '@/lib/dates/format';
import { barLayout, marginsOf } from './bar-layout';
import { MarksContext } from './bar-state';
import { ChosenMask } from './chosen-mask';
import { lineRows } from './line-rows';
import { Bars, BarsAbove, BarsBelow } from './time-bar-layers';
import { TimeBrush } from './time-brush';
import type { TimeHrefs } from './time-chart';
import styles from './time-chart.module.css';
import { Columns, MarkLink, mostColumns } from './time-columns';
import { Hatches } from './time-hatches';
import { TimeLane } from './time-lane';
import { BarTooltip } from './time-tooltip';
import { useBarMarks } from './use-bar-marks';
import { edgesOf, type RangeActs, useBrush } from './use-brush';
import { useFollow } from './use-follow';
import { type Size, useSize } from './use-size';

// Most charts are bars, and do without them.
const Lines = dynamic(() => import('./time-lines').then((module) => module.Lines), { ssr: false });
const LinePoints = dynamic(() => import('./time-lines').then((module) => module.LinePoints), { ssr: false });

export type TimePlotProps = {
  chart: TimeChart;
  hrefOf: TimeHrefs;
  /** What began outside it is faded. */
  selected: DaySpan | null;
  /** The span between the two handles; null = there are none. */
  brushed: DaySpan | null;
  rangeActs: RangeActs | null;
  /** The highest value, and whether the chart is one of several small ones that share it. */
  highest?: number;
  isSmall?: boolean;
  /** Whether the ends of the chosen span can be moved here; of several small charts, in one. */
  hasHandles?: boolean;
};

/** Bars or lines, one place a time bucket, filling the box around them. */
export function TimePlot(props: TimePlotProps) {
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  return (
    <div ref={root} className={styles.fill}>
      {size && <SizedPlot {...props} size={size} />}
    </div>
  );
}

function SizedPlot(props: TimePlotProps & { size: Size }) {
  const { chart, hrefOf, selected, brushed, rangeActs, highest, isSmall = false, size } = props;
  const { hasHandles = true } = props;
  const { locale } = chart.frame;
  const hatch = useId();
  const root = useRef<HTMLDivElement>(null);
  const { onClick } = useFollow();
  const layout = useMemo(() => barLayout(chart, size, { highest, isSmall }), [chart, size, highest, isSmall]);
  const { plot, step } = layout;
  const count = chart.buckets.length;
  const bucketAt = useCallback(
    (x: number) => {
      const at = Math.floor((x - plot.left) / step);
      return x < plot.left || at >= count ? null : at;
    },
    [plot.left, step, count],
  );
  const selection = useMemo(() => edgesOf(chart.buckets, brushed), [chart.buckets, brushed]);
  const brush = useBrush({ buckets: chart.buckets, selection, bucketAt, acts: rangeActs });
  const origin = useRef(0);
  const { state, handlers } = useBarMarks({
    chart,
    layout,
    root,
    range: rangeActs && {
      extend: (from, to) => {
        if (!brush.draft) origin.current = from;
        const ends = [origin.current, to].sort((a, b) => a - b);
        brush.setDraft([ends[0] ?? 0, (ends[1] ?? 0) + 1]);
      },
      drop: () => {
        brush.setDraft(null);
        return brush.draft !== null;
      },
      open: () => {
        brush.commit(brush.draft);
        return brush.draft !== null;
      },
    },
  });

  const drawing = useMemo(
    () => (
      <PlotDrawing chart={chart} layout={layout} size={size} selected={selected} hatch={hatch}>
        {count <= mostColumns && !(isSmall && count > 100) && (
          <Columns chart={chart} layout={layout} hrefOf={hrefOf} />
        )}
        <MarkLink
          chart={chart}
          layout={layout}
          hrefOf={hrefOf}
          isAlone={count > mostColumns || (isSmall && count > 100)}
        />
      </PlotDrawing>
    ),
    [chart, hrefOf, selected, layout, size, hatch, count, isSmall],
  );
  const place = (day: number) => bucketPosition(day, chart.buckets, plot.width);
  const acts = {
    ...handlers,
    ...brush.handlers,
    onClick,
    onPointerMove: (event: PointerEvent) => {
      brush.handlers.onPointerMove(event);
      if (brush.isDragging()) handlers.onPointerLeave();
      else handlers.onPointerMove(event);
    },
  };
  return (
    <div ref={root} className={styles.marks} {...acts}>
      <MarksContext value={state}>{drawing}</MarksContext>
      {state.pointed && <BarTooltip chart={chart} layout={layout} mark={state.pointed} />}
      {rangeActs && (
        <TimeBrush
          plot={plot}
          buckets={chart.buckets}
          placeOf={(edge) => edge * step}
          selection={selection}
          hasHandles={hasHandles}
          isQuiet={selected === null}
          draft={brush.draft}
          onDraft={brush.setDraft}
          onCommit={brush.commit}
          onClear={brush.clear}
          locale={locale}
        />
      )}
      {chart.lane && (
        <TimeLane
          marks={chart.lane.marks}
          plot={plot}
          position={place}
          inBuckets
          hrefOf={hrefOf.directive}
          locale={locale}
        />
      )}
      <p className="visually-hidden" aria-live="polite">
        {announce(chart, brush.draft)}
      </p>
    </div>
  );
}

type PlotDrawingProps = {
  chart: TimeChart;
  layout: ReturnType<typeof barLayout>;
  size: Size;
  selected: DaySpan | null;
  hatch: string;
  children: ReactNode;
};

/** The drawing itself. It does not depend on where the pointer is: moving it draws nothing anew. */
function PlotDrawing({ chart, layout, size, selected, hatch, children }: PlotDrawingProps) {
  const rows = useMemo(() => lineRows(chart, layout), [chart, layout]);
  const isLines = chart.draw === 'lines';
  const maskId = `${hatch}-chosen`;
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      data={rows}
      margin={marginsOf(layout.plot, size)}
      accessibilityLayer={false}
    >
      <Hatches id={hatch} keys={layout.keys} />
      {selected && (
        <ChosenMask id={maskId} layout={layout} size={size} edges={edgesOf(chart.buckets, selected)} />
      )}
      <XAxis dataKey="at" type="number" domain={[0, Math.max(1, rows.length)]} allowDataOverflow hide />
      <YAxis domain={[0, layout.top]} allowDataOverflow hide />
      <BarsBelow chart={chart} layout={layout} />
      {!isLines && <Bars chart={chart} layout={layout} selected={selected} hatch={hatch} />}
      <g mask={selected ? `url(#${maskId})` : undefined}>
        {(isLines || chart.mean) && <Lines chart={chart} layout={layout} />}
        {isLines && <LinePoints chart={chart} layout={layout} />}
      </g>
      <BarsAbove chart={chart} layout={layout} />
      {children}
    </ComposedChart>
  );
}

/** What is said while a span is being chosen. */
function announce(chart: TimeChart, draft: readonly [number, number] | null): string {
  const [first, last] = [chart.buckets[draft?.[0] ?? -1], chart.buckets[(draft?.[1] ?? 0) - 1]];
  if (!draft || !first || !last) return '';
  const words = screenMessages[chart.frame.locale];
  const total = chart.buckets.slice(draft[0], draft[1]).reduce((sum, bucket) => sum + bucket.total, 0);
  return words.range(formatRange(first.start, last.end, chart.frame.locale), words.incidents(total));
}
