import { useId } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { screenMessages } from '@/lib/charts/screen-messages';
import { type Sign, signsOf } from '@/lib/charts/time-signs';
import { dashOf, drawnKeys } from '@/lib/charts/time-values';
import type { SeriesKey, TimeChart } from '@/lib/charts/types';
import type { Calendar } from '@/lib/charts/types-time';
import { timeMessages } from '@/lib/i18n/messages/time';
import { classes, toneClass } from '../ui/tone';
import { TypeDot } from '../ui/type-dot';
import { stepClass } from './steps';
import styles from './time-legend.module.css';

type TimeLegendProps = {
  chart: TimeChart;
  /** The address that takes a series into the filter or out of it; undefined = none does. */
  hrefOf?: (key: SeriesKey) => string | undefined;
  /** Whether the filter names a series. */
  isChosen?: (key: SeriesKey) => boolean;
};

/** What the colours, hatches and signs of a chart over time mean. */
export function TimeLegend({ chart, hrefOf = () => undefined, isChosen = () => false }: TimeLegendProps) {
  const { locale } = chart.frame;
  if (chart.calendar) return <CalendarLegend chart={chart} calendar={chart.calendar} />;
  const isPanels = chart.draw === 'multiples' && chart.keys.length > 1 && !chart.dots;
  const keys = isPanels || chart.split === null ? [] : drawnKeys(chart);
  const hasChoice = keys.some(isChosen);
  const isLines = chart.draw === 'lines' && !chart.dots;
  const signs = signsOf(chart);
  if (keys.length + signs.length === 0) return null;
  return (
    <ul className={styles.legend} aria-label={screenMessages[locale].legend}>
      {keys.map((key, index) => {
        const href = hrefOf(key);
        const code = key.tone ?? key.code;
        const mark = isLines ? (
          <span className={classes(styles.swatch, toneClass(code))}>
            <svg className={styles.line} viewBox="0 0 24 10" aria-hidden="true">
              <path d="M0 5h24" strokeDasharray={chart.mean ? undefined : dashOf(index)} />
            </svg>
            {key.label}
          </span>
        ) : (
          <TypeDot code={code} label={key.label} shape="square" />
        );
        return (
          <li key={key.code} className={hasChoice && !isChosen(key) ? styles.out : undefined}>
            {href === undefined ? (
              mark
            ) : (
              <a href={href} className={styles.link} aria-current={isChosen(key) ? 'true' : undefined}>
                {mark}
              </a>
            )}
          </li>
        );
      })}
      {signs.map(({ kind, label }) => (
        <SignItem key={kind} kind={kind} label={label} />
      ))}
    </ul>
  );
}

/** A sign that stands for more than one series. */
function SignItem({ kind, label }: Sign) {
  const id = useId();
  return (
    <li className={styles.swatch}>
      <svg className={classes(styles.mark, styles[kind])} viewBox="0 0 10 10" aria-hidden="true">
        {kind === 'hatch' && (
          <>
            <defs>
              <pattern
                id={id}
                width="3.4"
                height="3.4"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="1.5" height="3.4" />
              </pattern>
            </defs>
            <rect width="10" height="10" rx="2" fill={`url(#${id})`} />
          </>
        )}
        {kind !== 'hatch' && <path d={outlines[kind]} />}
      </svg>
      {label}
    </li>
  );
}

const outlines: Record<Exclude<Sign['kind'], 'hatch'>, string> = {
  partial: 'M0.75 0.75h8.5v8.5h-8.5z',
  totals: 'M0 5h10',
  mean: 'M0 7L3.5 3.5L6.5 5.5L10 2',
  ring: 'M1.5 5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z',
  open: 'M1 8h8l-4 -6z',
  burst: 'M1 2h8l-4 6z',
  lane: 'M5 0.5l4 4.5l-4 4.5l-4 -4.5z',
};

/** The classes of a calendar's colours. */
function CalendarLegend({ chart, calendar }: { chart: TimeChart; calendar: Calendar }) {
  const { locale } = chart.frame;
  const hasGaps = calendar.years.some(({ days }) => days.includes(null));
  return (
    <ul className={styles.legend} aria-label={screenMessages[locale].legend}>
      <li className={styles.out}>{timeMessages[locale].drawing.perDay}</li>
      {calendar.classes.map(({ color, label }) => (
        <li key={color} className={styles.swatch}>
          <svg className={styles.mark} viewBox="0 0 10 10" aria-hidden="true">
            <rect x="0.5" y="0.5" width="9" height="9" className={classes(styles.cell, stepClass(color))} />
          </svg>
          {label}
        </li>
      ))}
      {hasGaps && (
        <li className={styles.swatch}>
          <svg className={classes(styles.mark, styles.partial)} viewBox="0 0 10 10" aria-hidden="true">
            <path d={outlines.partial} />
          </svg>
          {chartMessages[locale].noData}
        </li>
      )}
    </ul>
  );
}
