import { chartMessages } from '@/lib/charts/messages';
import { unitValue } from '@/lib/charts/ranks';
import type { DistrictChart } from '@/lib/charts/types';
import { classes } from '../ui/tone';
import styles from './district-chart.module.css';
import { colorClass } from './district-map';
import mapStyles from './district-map.module.css';

/** What the colours of a map mean. */
export function DistrictLegend({ chart }: { chart: DistrictChart }) {
  const words = chartMessages[chart.frame.locale];
  const hasUnknown = chart.units.some((unit) => unit.d !== null && unitValue(unit, chart.measure) === null);
  const heading = chart.measure === 'count' ? words.countOfIncidents : words.ratePerPeople;
  const items = [
    ...chart.classes.map(({ color, label }) => ({ color: color as string | null, label })),
    ...(hasUnknown ? [{ color: null, label: words.noRate }] : []),
  ];
  return (
    <div className={styles.legend}>
      <span>{heading}</span>
      <ul>
        {items.map(({ color, label }) => (
          <li key={label}>
            <svg className={classes(styles.swatch, mapStyles.swatch)} viewBox="0 0 14 10" aria-hidden="true">
              <rect className={colorClass(color)} width="14" height="10" fill={color ?? undefined} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
