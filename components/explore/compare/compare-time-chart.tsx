'use client';

import { type FocusEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { Bar, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { ComparisonTimeChart } from '@/lib/charts/types-comparison';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { type Size, useSize } from '../../charts/use-size';
import styles from './compare-time.module.css';
import { Behind, Columns, Points } from './compare-time-layers';
import { type CompareLayout, compareLayout } from './compare-time-layout';
import type { PairHrefs } from './compare-time-table';
import { PairTooltip } from './compare-tooltip';

type ChartProps = { chart: ComparisonTimeChart; hrefs: PairHrefs[] };

/** Bars of B and the line of A, filling the box around them. */
export function CompareTimeChart(props: ChartProps) {
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  const hint = useId();
  const { locale, title } = props.chart.frame;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are marks of a chart
    <div
      ref={root}
      className={styles.fill}
      role="group"
      aria-label={screenMessages[locale].chart(title)}
      aria-describedby={hint}
    >
      <p id={hint} className="visually-hidden">
        {compareMessages[locale].keys}
      </p>
      {size && <SizedChart {...props} size={size} />}
    </div>
  );
}

function SizedChart({ chart, hrefs, size }: ChartProps & { size: Size }) {
  const [pointed, setPointed] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => compareLayout(chart, size), [chart, size]);
  const drawing = useMemo(() => drawn(chart, hrefs, layout, size), [chart, hrefs, layout, size]);

  const at = (target: EventTarget) => {
    const mark = target instanceof Element ? target.closest('[data-pair]') : null;
    return mark ? Number(mark.getAttribute('data-pair')) : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = at(event.target);
    const last = chart.buckets.length - 1;
    const steps: Record<string, number> = {
      ArrowLeft: (from ?? 0) - 1,
      ArrowRight: (from ?? 0) + 1,
      Home: 0,
      End: last,
    };
    const wanted = steps[event.key];
    if (from === null || wanted === undefined) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, wanted));
    root.current?.querySelector<SVGAElement>(`a[data-pair="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: follows pointer and focus of the links inside
    <div
      ref={root}
      className={styles.marks}
      onPointerOver={(event) => setPointed(at(event.target))}
      onPointerLeave={() => setPointed(null)}
      onFocus={(event: FocusEvent) => setPointed(at(event.target))}
      onBlur={() => setPointed(null)}
      onKeyDown={onKeyDown}
    >
      {drawing}
      {pointed !== null && <PairTooltip chart={chart} index={pointed} layout={layout} />}
    </div>
  );
}

function drawn(chart: ComparisonTimeChart, hrefs: PairHrefs[], layout: CompareLayout, size: Size) {
  const { left, top, width, height } = layout;
  const rows = chart.buckets.map(({ at, a, b }) => ({ at, a: a?.count ?? null, b: b?.count ?? 0 }));
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      data={rows}
      margin={{ left, top, right: size.width - left - width, bottom: size.height - top - height }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="at" hide />
      <YAxis domain={[0, layout.highest]} hide />
      <Behind chart={chart} layout={layout} />
      <Bar
        dataKey="b"
        barSize={layout.barWidth}
        isAnimationActive={false}
        className={styles.barB}
        zIndex={0}
      />
      <Columns chart={chart} hrefs={hrefs} layout={layout} />
      <Line
        dataKey="a"
        type="linear"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        className={styles.halo}
        zIndex={0}
      />
      <Line
        dataKey="a"
        type="linear"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        className={styles.lineOfA}
        zIndex={0}
      />
      <Points chart={chart} hrefs={hrefs} layout={layout} />
    </ComposedChart>
  );
}
