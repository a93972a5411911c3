'use client';

import dynamic from 'next/dynamic';
import { useId } from 'react';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DaySpan } from '@/lib/charts/time-layout';
import type { TimeChart as TimeChartData } from '@/lib/charts/types';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { classes } from '../ui/tone';
import styles from './time-chart.module.css';

/** The library that draws is large: it comes in a part of its own, and only in the browser. */
const TimeBars = dynamic(() => import('./time-bars').then((module) => module.TimeBars), { ssr: false });
const TimeDots = dynamic(() => import('./time-dots').then((module) => module.TimeDots), { ssr: false });

/** Where the marks lead. A mark without an address is not a link; a stack without one leads where its bar does. */
export type TimeHrefs = {
  /** By `start` of the bucket. */
  buckets: Record<string, string>;
  /** By `start:code`. */
  stacks: Record<string, string>;
  /** By `ref` of the incident. */
  dots: Record<string, string>;
};

type TimeChartProps = {
  chart: TimeChartData;
  hrefOf: TimeHrefs;
  /** The chosen span: what began outside it is faded. */
  selected: DaySpan | null;
  /** Address with `{from}` and `{to}` in it (days, both inclusive); lets the reader drag over bars to choose a span. */
  rangeHref?: string;
  /** The same chart as an image and as a table, for browsers that run no scripts. */
  imageHref: string;
  tableHref: string;
};

/** Incidents over time: a dot for each where there are few, else stacked bars. */
export function TimeChart({ chart, hrefOf, selected, rangeHref, imageHref, tableHref }: TimeChartProps) {
  const hintId = useId();
  const { locale, title } = chart.frame;
  const words = exploreMessages[locale].card;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are marks of a chart
    <div
      className={classes(styles.box, chart.dots ? styles.dots : styles.bars)}
      role="group"
      aria-label={screenMessages[locale].chart(title)}
      aria-describedby={hintId}
    >
      <p id={hintId} className={styles.hint}>
        {chart.dots ? words.keyboardHint : screenMessages[locale].keys(rangeHref !== undefined)}
      </p>
      <noscript>
        {/* biome-ignore lint/performance/noImgElement: an SVG of our own, nothing to optimise */}
        <img className={styles.image} src={imageHref} alt={`${title}. ${chart.frame.n}`} />
        <a href={tableHref}>{words.asTable}</a>
      </noscript>
      {chart.dots ? (
        <TimeDots chart={chart} dots={chart.dots} hrefOf={hrefOf} selected={selected} />
      ) : (
        <TimeBars chart={chart} hrefOf={hrefOf} selected={selected} rangeHref={rangeHref} />
      )}
    </div>
  );
}
