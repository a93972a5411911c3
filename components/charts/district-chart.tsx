import type { ReactNode } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import type { DistrictChart as DistrictChartData } from '@/lib/charts/types';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { DistrictBars } from './district-bars';
import styles from './district-chart.module.css';
import { DistrictLegend } from './district-legend';
import { DistrictMap } from './district-map';
import { DistrictRest } from './district-rest';
import { HoverTogether } from './hover-together';

type DistrictChartProps = {
  chart: DistrictChartData;
  /** Where a unit leads, by code. */
  hrefs: Record<string, string>;
  /** Where the incidents known only to the whole area are listed. */
  coarseHref: string;
  /** Where the incidents outside the area are listed, by place. */
  outsideHrefs: Record<string, string>;
  /** Choice of what the map shows, where it does not stand in the head of the card. */
  measureControl?: ReactNode;
};

/** Incidents by district: a map and the same numbers as ranked bars, side by side where there is room. */
export function DistrictChart(props: DistrictChartProps) {
  const { chart, hrefs, coarseHref, outsideHrefs, measureControl } = props;
  const { locale } = chart.frame;
  const drawn = chart.units.filter(({ d }) => d !== null);
  const missing = chart.units.filter(({ d }) => d === null);
  return (
    <HoverTogether className={styles.frame}>
      {measureControl}
      <div className={styles.sides}>
        {drawn.length > 0 ? (
          <div className={styles.mapSide}>
            <DistrictMap chart={chart} hrefs={hrefs} />
            <DistrictLegend chart={chart} />
          </div>
        ) : (
          <p className={styles.note}>{exploreMessages[locale].districts.noGeometry}</p>
        )}
        <div>
          <DistrictBars chart={chart} hrefs={hrefs} />
          <DistrictRest chart={chart} coarseHref={coarseHref} outsideHrefs={outsideHrefs} />
          {drawn.length > 0 && missing.length > 0 && (
            <p className={styles.note}>{chartMessages[locale].notOnMap(missing.map(({ name }) => name))}</p>
          )}
        </div>
      </div>
    </HoverTogether>
  );
}
