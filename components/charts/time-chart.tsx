'use client';

import dynamic from 'next/dynamic';
import { useId } from 'react';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DaySpan } from '@/lib/charts/time-layout';
import type { Bucket, SeriesKey, TimeChart as TimeChartData } from '@/lib/charts/types';
import type { CivilDate } from '@/lib/dates/civil';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import { classes } from '../ui/tone';
import styles from './time-chart.module.css';
import type { RangeActs } from './use-brush';

/** The library that draws is large: it comes in a part of its own, and only in the browser. */
const TimePlot = dynamic(() => import('./time-plot').then((module) => module.TimePlot), { ssr: false });
const TimeDots = dynamic(() => import('./time-dots').then((module) => module.TimeDots), { ssr: false });
const TimePanels = dynamic(() => import('./time-panels').then((module) => module.TimePanels), { ssr: false });
const TimeCalendar = dynamic(() => import('./time-calendar').then((module) => module.TimeCalendar), {
  ssr: false,
});

/** Where the marks lead. A mark without an address is not a link; a part without one leads where its bucket does. */
export type TimeHrefs = {
  bucket: (bucket: Pick<Bucket, 'start' | 'end'>) => string | undefined;
  part: (bucket: Pick<Bucket, 'start' | 'end'>, key: SeriesKey) => string | undefined;
  dot: (ref: string) => string | undefined;
  day: (day: CivilDate) => string | undefined;
  /** The series alone. */
  series: (key: SeriesKey) => string | undefined;
  directive: (ref: string) => string;
};

type TimeChartProps = {
  chart: TimeChartData;
  hrefOf: TimeHrefs;
  /** The chosen span: what began outside it is faded. */
  selected: DaySpan | null;
  /** The span that the two handles hold: the chosen one, or the dates of the filter. */
  brushed: DaySpan | null;
  /** Lets the reader drag over the chart to choose a span. */
  rangeActs: RangeActs | null;
  /** The same chart as an image and as a table, for browsers that run no scripts. */
  imageHref: string;
  tableHref: string;
};

/** Incidents over time: a dot for each where there are few, else bars, lines, panels or a calendar. */
export function TimeChart(props: TimeChartProps) {
  const { chart, hrefOf, selected, brushed, rangeActs, imageHref, tableHref } = props;
  const hintId = useId();
  const { locale, title } = chart.frame;
  const words = exploreMessages[locale].card;
  const kind = kindOf(chart);
  const hints = {
    dots: words.keyboardHint,
    calendar: timeMessages[locale].screen.calendarKeys,
    panels: screenMessages[locale].keys(false),
    plot: screenMessages[locale].keys(rangeActs !== null),
  };
  const plot = { chart, hrefOf, selected, brushed, rangeActs };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are marks of a chart
    <div
      className={classes(styles.box, styles[kind])}
      role="group"
      aria-label={screenMessages[locale].chart(title)}
      aria-describedby={hintId}
    >
      <p id={hintId} className={styles.hint}>
        {hints[kind]}
      </p>
      <noscript>
        {/* biome-ignore lint/performance/noImgElement: an SVG of our own, nothing to optimise */}
        <img className={styles.image} src={imageHref} alt={`${title}. ${chart.frame.n}`} />
        <a href={tableHref}>{words.asTable}</a>
      </noscript>
      {kind === 'dots' && chart.dots && <TimeDots {...plot} dots={chart.dots} />}
      {kind === 'plot' && <TimePlot {...plot} />}
      {kind === 'panels' && <TimePanels {...plot} />}
      {kind === 'calendar' && chart.calendar && (
        <TimeCalendar chart={chart} calendar={chart.calendar} hrefOf={hrefOf} selected={selected} />
      )}
    </div>
  );
}

/** How a chart is drawn on screen. */
function kindOf({ dots, calendar, draw, keys }: TimeChartData): 'dots' | 'calendar' | 'panels' | 'plot' {
  if (calendar) return 'calendar';
  if (dots) return 'dots';
  return draw === 'multiples' && keys.length > 1 ? 'panels' : 'plot';
}
