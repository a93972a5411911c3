import { rankUnits, rateDigits, unitValue } from '@/lib/charts/ranks';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DistrictChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { BarRow, BarRows } from './bar-rows';

type DistrictBarsProps = { chart: DistrictChart; hrefs: Record<string, string> };

/** How many units are shown at once. */
const most = 10;

/** Districts from the most incidents (or the highest rate) to the fewest, each a link. */
export function DistrictBars({ chart, hrefs }: DistrictBarsProps) {
  const { measure, units, frame } = chart;
  const ranked = rankUnits(units, measure);
  const max = Math.max(0, ...units.map((unit) => unitValue(unit, measure) ?? 0));
  const isFiltered = units.some(({ selected }) => !selected);
  const rows = ranked.map((unit) => {
    const value = unitValue(unit, measure);
    return {
      code: unit.code,
      selected: unit.selected,
      row: (
        <BarRow
          key={unit.code}
          code={unit.code}
          label={unit.name}
          value={value ?? 0}
          max={max}
          tone="place"
          text={
            value === null
              ? '–'
              : measure === 'count'
                ? formatNumber(value, frame.locale)
                : formatNumber(value, frame.locale, rateDigits(units))
          }
          href={hrefs[unit.code]}
          look={!isFiltered ? 'plain' : unit.selected ? 'chosen' : 'faded'}
        />
      ),
    };
  });
  const cut = rows.length <= most + 1 ? rows.length : most;
  return (
    <BarRows
      label={screenMessages[frame.locale].districts}
      rows={rows.slice(0, cut).map(({ row }) => row)}
      rest={rows.slice(cut).map(({ row }) => row)}
      open={isFiltered && rows.slice(cut).some(({ selected }) => selected)}
      count={rows.length}
      locale={frame.locale}
    />
  );
}
