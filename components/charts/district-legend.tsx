import { useId } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { unitValue } from '@/lib/charts/ranks';
import { classesByRank } from '@/lib/charts/scale';
import type { DistrictNumbers } from '@/lib/charts/types';
import { districtMessages } from '@/lib/i18n/messages/districts';
import styles from './district-chart.module.css';
import { NoRateHatch } from './no-rate-hatch';
import { stepClass } from './steps';

/** What the colours of a map mean, and how the classes are made. */
export function DistrictLegend({ chart }: { chart: DistrictNumbers }) {
  const { locale } = chart.frame;
  const words = chartMessages[locale];
  const hatchId = `legend${useId().replaceAll(/[^\w-]/g, '')}`;
  const hasUnknown = chart.units.some((unit) => unitValue(unit, chart.measure) === null);
  return (
    <div className={styles.legend}>
      <span>{chart.measure === 'count' ? words.countOfIncidents : words.ratePerPeople}</span>
      <ul>
        {chart.classes.map(({ color, label }) => (
          <li key={label}>
            <svg className={styles.swatch} viewBox="0 0 14 10" aria-hidden="true">
              <rect className={stepClass(color)} width="14" height="10" fill={color} />
            </svg>
            {label}
          </li>
        ))}
        {hasUnknown && (
          <li>
            <svg className={styles.hatched} viewBox="0 0 14 10" aria-hidden="true">
              <NoRateHatch id={hatchId} scale={1} />
              <rect width="14" height="10" fill={`url(#${hatchId})`} />
            </svg>
            {words.noRate}
          </li>
        )}
      </ul>
      {classesByRank(chart.classes) && <p>{districtMessages[locale].classes}</p>}
    </div>
  );
}
