'use client';

import { memo } from 'react';
import { rankUnits, unitValue } from '@/lib/charts/ranks';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DistrictNumbers } from '@/lib/charts/types';
import { districtMessages } from '@/lib/i18n/messages/districts';
import { BarRow, BarRows } from './bar-rows';
import { shortValue, valueDigits } from './district-words';

/** Where the units of a chart lead. */
export type DistrictLinks = {
  /** The unit and nothing else, or back to the whole area. */
  hrefOf: (code: string) => string;
  /** The unit beside those that are chosen, or no longer. */
  addOf: (code: string) => string;
  /** Whether the filter names the unit itself. */
  isNamed: (code: string) => boolean;
};

type DistrictBarsProps = {
  chart: DistrictNumbers;
  links: DistrictLinks;
  /** Takes a unit to those that are chosen, or out of them. */
  onAdd: (code: string) => void;
};

/** How many units are shown at once. */
const most = 12;

/** Up to how many chosen units are shown in any case. */
const mostKept = 20;

/** Districts from the most incidents (or the highest rate) to the fewest, each a link. */
export const DistrictBars = memo(function DistrictBars({ chart, links, onAdd }: DistrictBarsProps) {
  const { measure, units, frame } = chart;
  const t = districtMessages[frame.locale];
  const ranked = rankUnits(units, measure);
  const max = Math.max(0, ...units.map((unit) => unitValue(unit, measure) ?? 0));
  const digits = valueDigits(chart);
  const isFiltered = units.some(({ selected }) => !selected);
  const shown = ranked.length <= most + 1 ? ranked.length : most;
  const chosen = ranked.filter(({ selected }) => selected).length;
  const isAnyNamed = ranked.some(({ code }) => links.isNamed(code));
  return (
    <BarRows
      label={screenMessages[frame.locale].districts}
      items={ranked}
      shown={shown}
      isKept={({ selected }) => isFiltered && selected && chosen <= mostKept}
      widest={Math.max(0, ...units.map((unit) => shortValue(chart, unit, digits).length))}
      onShift={onAdd}
      locale={frame.locale}
    >
      {(unit) => {
        const isNamed = links.isNamed(unit.code);
        return (
          <BarRow
            key={unit.code}
            code={unit.code}
            label={unit.name}
            value={unitValue(unit, measure) ?? 0}
            max={max}
            tone="place"
            text={shortValue(chart, unit, digits)}
            href={links.hrefOf(unit.code)}
            look={!isFiltered ? 'plain' : unit.selected ? 'chosen' : 'faded'}
            act={
              isAnyNamed
                ? {
                    key: 'shift',
                    label: isNamed ? t.drop : t.add,
                    name: isNamed ? t.dropLong(unit.name) : t.addLong(unit.name),
                    href: links.addOf(unit.code),
                  }
                : undefined
            }
          />
        );
      }}
    </BarRows>
  );
});
