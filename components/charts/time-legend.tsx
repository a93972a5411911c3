import Link from 'next/link';
import { useId } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { screenMessages } from '@/lib/charts/screen-messages';
import { dotKind } from '@/lib/charts/time-layout';
import type { TimeChart } from '@/lib/charts/types';
import { datePrecisions } from '@/lib/dates/periods';
import { classes } from '../ui/tone';
import { TypeDot } from '../ui/type-dot';
import styles from './time-legend.module.css';

type TimeLegendProps = {
  chart: TimeChart;
  /** By code: the address that takes the type into the filter or out of it. */
  hrefs?: Record<string, string>;
  /** Types that the filter names; empty = it names none, all are shown. */
  chosen?: readonly string[];
};

/** What the colours, hatches and outlines of a chart over time mean. */
export function TimeLegend({ chart, hrefs = {}, chosen = [] }: TimeLegendProps) {
  const { locale } = chart.frame;
  const words = chartMessages[locale];
  const hatched = chart.dots
    ? datePrecisions.filter((precision) =>
        chart.dots?.some((dot) => dot.datePrecision === precision && dotKind(dot) === 'coarse'),
      )
    : [];
  const hatchLabel = hatched.length > 0 ? words.knownOnlyTo(hatched) : words.coarseFor[chart.grain];
  const isHatched = chart.dots ? hatched.length > 0 : chart.coarse > 0;
  const isPartial = !chart.dots && chart.buckets.some(({ coverage }) => coverage === 'part');
  return (
    <ul className={styles.legend} aria-label={screenMessages[locale].legend}>
      {chart.keys.map(({ code, label }) => {
        const href = hrefs[code];
        const isOut = chosen.length > 0 && !chosen.includes(code);
        const mark = <TypeDot code={code} label={label} shape="square" />;
        return (
          <li key={code} className={isOut ? styles.out : undefined}>
            {href === undefined ? (
              mark
            ) : (
              <Link
                href={href}
                prefetch={false}
                scroll={false}
                className={styles.link}
                aria-current={chosen.includes(code) ? 'true' : undefined}
              >
                {mark}
              </Link>
            )}
          </li>
        );
      })}
      {isHatched && <Swatch label={hatchLabel} kind="hatch" />}
      {isPartial && <Swatch label={words.partCovered} kind="partial" />}
    </ul>
  );
}

/** A mark that stands for more than one type. */
function Swatch({ label, kind }: { label: string; kind: 'hatch' | 'partial' }) {
  const id = useId();
  return (
    <li className={styles.swatch}>
      <svg className={classes(styles.mark, styles[kind])} viewBox="0 0 10 10" aria-hidden="true">
        {kind === 'hatch' ? (
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
        ) : (
          <rect x="0.75" y="0.75" width="8.5" height="8.5" />
        )}
      </svg>
      {label}
    </li>
  );
}
