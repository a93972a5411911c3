'use client';

import { type MouseEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DistrictNumbers } from '@/lib/charts/types';
import { districtMessages } from '@/lib/i18n/messages/districts';
import { Button } from '../ui/button';
import { classes } from '../ui/tone';
import { DistrictMap } from './district-map';
import styles from './district-map.module.css';
import { valueWords } from './district-words';
import type { Outlines } from './use-outlines';
import { WithoutScripts } from './without-scripts';

/** The size of the frame in which all maps are drawn (lib/explore/shapes), kept free until one is there. */
const usualFrame = { width: 560, height: 460 };

/** Marks a unit on the map; null = none. */
export type MapMarker = { mark: (code: string | null) => void };

type DistrictMapBoxProps = {
  chart: DistrictNumbers;
  map: Outlines;
  /** What a click on a unit does; `more` = it is added to others. */
  onChoose: (code: string, more: boolean) => void;
  marker: Ref<MapMarker>;
  /** The same numbers as a table, for browsers that run no scripts. */
  tableHref: string;
};

/** The map of a chart in a box whose size never changes, with the unit under the pointer named. */
export function DistrictMapBox({ chart, map, onChoose, marker, tableHref }: DistrictMapBoxProps) {
  const { locale, title } = chart.frame;
  const t = districtMessages[locale];
  const hatchId = `hatch${useId().replaceAll(/[^\w-]/g, '')}`;
  const box = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<string | null>(null);
  useImperativeHandle(marker, () => ({ mark: setMarked }), []);
  const { width, height } = map.outlines ?? usualFrame;
  const outline = marked === null ? undefined : map.outlines?.shapes.find(({ code }) => code === marked);
  const unit = outline && chart.units.find(({ code }) => code === marked);

  const onClick = (event: MouseEvent) => {
    const code =
      event.target instanceof Element ? event.target.closest('[data-code]')?.getAttribute('data-code') : null;
    if (code) onChoose(code, event.shiftKey);
  };
  return (
    <div ref={box} className={styles.box}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the bars beside the map are links to the same units */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={styles.map}
        role="img"
        aria-label={screenMessages[locale].chart(title)}
        onClick={onClick}
      >
        {map.outlines && <DistrictMap chart={chart} outlines={map.outlines} hatchId={hatchId} />}
        {outline && <path className={styles.marked} d={outline.d} />}
      </svg>
      {outline && unit && (
        <p
          className={classes(styles.tip, outline.labelX > width / 2 && styles.tipLeft)}
          style={{
            left: `${(100 * outline.labelX) / width}%`,
            top: `${(100 * outline.labelY) / height}%`,
          }}
          aria-hidden="true"
        >
          <b>{unit.name}</b> {valueWords(chart, unit)}
        </p>
      )}
      {map.state === 'waiting' && (
        <>
          <p className={styles.wait}>{t.loading}</p>
          <div className={styles.unscripted}>
            <WithoutScripts tableHref={tableHref} locale={locale} />
          </div>
        </>
      )}
      {map.state === 'failed' && (
        <p className={styles.wait} role="alert">
          {t.failed}{' '}
          <Button size="small" onClick={map.retry}>
            {t.retry}
          </Button>
        </p>
      )}
    </div>
  );
}
