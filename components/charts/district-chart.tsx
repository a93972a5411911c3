'use client';

import { type FocusEvent, type PointerEvent, type ReactNode, useCallback, useRef } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import type { DistrictNumbers } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { districtMessages } from '@/lib/i18n/messages/districts';
import { KeepFocus } from '../ui/keep-focus';
import { DistrictBars, type DistrictLinks } from './district-bars';
import styles from './district-chart.module.css';
import { DistrictLegend } from './district-legend';
import { DistrictMapBox, type MapMarker } from './district-map-box';
import { DistrictRest, type RestLinks } from './district-rest';
import type { Outlines } from './use-outlines';

type DistrictChartProps = {
  chart: DistrictNumbers;
  map: Outlines;
  links: DistrictLinks;
  rest: RestLinks;
  /** Shows what an address names. */
  go: (href: string) => void;
  /** Told which unit a mouse rests on; null = none. */
  onPoint?: (code: string | null) => void;
  /** What stands over the map. */
  lead?: ReactNode;
  /** The same numbers as a table, for browsers that run no scripts. */
  tableHref: string;
};

/** Names of units that the map lacks are listed up to this many. */
const mostMissing = 12;

/** Incidents by district: a map and the same numbers as ranked bars, side by side where there is room. */
export function DistrictChart(props: DistrictChartProps) {
  const { chart, map, links, rest, go, onPoint, lead, tableHref } = props;
  const { locale } = chart.frame;
  const { outlines, state } = map;
  const drawn = new Set(outlines?.shapes.map(({ code }) => code));
  const missing = outlines ? chart.units.filter(({ code }) => !drawn.has(code)) : [];
  const codes = new Set(chart.units.map(({ code }) => code));
  const marker = useRef<MapMarker>(null);
  const frame = useRef<HTMLDivElement>(null);
  const lit = useRef<string | null>(null);

  /** Marks a unit on the map and among the bars. */
  const light = (code: string | null) => {
    if (code === lit.current) return;
    lit.current = code;
    marker.current?.mark(code);
    for (const row of frame.current?.querySelectorAll('[data-lit]') ?? []) row.removeAttribute('data-lit');
    if (code !== null)
      frame.current?.querySelector(`a[data-code="${CSS.escape(code)}"]`)?.setAttribute('data-lit', '');
  };
  const codeAt = ({ target }: PointerEvent | FocusEvent) =>
    target instanceof Element ? (target.closest('[data-code]')?.getAttribute('data-code') ?? null) : null;
  const onPointerOver = (event: PointerEvent) => {
    const code = codeAt(event);
    if (code !== lit.current && event.pointerType === 'mouse') onPoint?.(code);
    light(code);
  };
  const onAdd = useCallback((code: string) => go(links.addOf(code)), [go, links]);
  const onPointerLeave = () => {
    light(null);
    onPoint?.(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches what bubbles from the links inside
    <div
      ref={frame}
      className={styles.frame}
      onPointerOver={onPointerOver}
      onPointerLeave={onPointerLeave}
      onFocus={(event) => light(codeAt(event))}
      onBlur={() => light(null)}
      tabIndex={-1}
      data-focus-home
    >
      <KeepFocus home={frame} codes={codes}>
        {lead}
        <div className={state === 'none' ? styles.one : styles.sides}>
          {state === 'none' ? (
            <p className={styles.note}>{districtMessages[locale].noGeometry}</p>
          ) : (
            <div className={styles.mapSide}>
              <DistrictMapBox
                chart={chart}
                map={map}
                onChoose={(code, more) => (more ? onAdd(code) : go(links.hrefOf(code)))}
                marker={marker}
                tableHref={tableHref}
              />
              <DistrictLegend chart={chart} />
            </div>
          )}
          <div>
            <DistrictBars chart={chart} links={links} onAdd={onAdd} />
            <DistrictRest chart={chart} links={rest} />
            {missing.length > 0 && (
              <p className={styles.note}>
                {chartMessages[locale].notOnMap([
                  ...missing.slice(0, mostMissing).map(({ name }) => name),
                  ...(missing.length > mostMissing
                    ? [districtMessages[locale].more(formatNumber(missing.length - mostMissing, locale))]
                    : []),
                ])}
              </p>
            )}
          </div>
        </div>
      </KeepFocus>
    </div>
  );
}
