'use client';

import { useMemo } from 'react';
import { panelsOf } from '@/lib/charts/time-panels';
import { TypeDot } from '../ui/type-dot';
import type { TimeHrefs } from './time-chart';
import styles from './time-panels.module.css';
import { TimePlot, type TimePlotProps } from './time-plot';

/** A small chart for each series, all on one axis of values. */
export function TimePanels({ chart, hrefOf, ...rest }: TimePlotProps) {
  const panels = useMemo(() => panelsOf(chart), [chart]);
  const hrefs = useMemo(
    () =>
      new Map(
        chart.keys.map((key): [string, TimeHrefs] => [
          key.code,
          { ...hrefOf, bucket: (bucket) => hrefOf.part(bucket, key) ?? hrefOf.bucket(bucket) },
        ]),
      ),
    [chart, hrefOf],
  );
  return (
    <div className={styles.panels}>
      {panels.map(({ key, chart: panel, title: words, highest }, index) => {
        const href = hrefOf.series(key);
        const title = <TypeDot code={key.tone ?? key.code} label={words} shape="square" />;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are marks of a chart
          <div key={key.code} className={styles.panel} role="group" aria-label={key.label}>
            <h3 className={styles.title}>
              {href === undefined ? title : <a href={href}>{title}</a>}
              <span className={styles.total}>{panel.frame.n}</span>
            </h3>
            <div className={styles.plot}>
              <TimePlot
                {...rest}
                chart={panel}
                hrefOf={hrefs.get(key.code) ?? hrefOf}
                highest={highest}
                isSmall
                hasHandles={index === 0}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}
