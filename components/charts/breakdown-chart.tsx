import { splitRows } from '@/lib/charts/ranks';
import type { BreakdownChart as BreakdownChartData, BreakdownRow } from '@/lib/charts/types';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { BarRow, BarRows } from './bar-rows';

type BreakdownChartProps = {
  chart: BreakdownChartData;
  /** By code: the address that takes the value into the filter or out of it. */
  hrefs: Record<string, string>;
  /** Rows shown at once; the others are behind "show all". */
  most?: number;
  locale?: Locale;
};

/** Incidents by the values of one field, a bar each; a click takes the value into the filter or out of it. */
export function BreakdownChart({ chart, hrefs, most = 8, locale = chart.frame.locale }: BreakdownChartProps) {
  const max = Math.max(0, ...chart.rows.map(({ count }) => count));
  const isFiltered = chart.rows.some(({ selected }) => selected);
  const [rows, rest] = splitRows(chart.rows, most);
  const draw = (row: BreakdownRow) => (
    <BarRow
      key={row.code}
      code={row.code}
      label={row.label}
      value={row.count}
      max={max}
      tone={chart.key}
      text={formatNumber(row.count, locale)}
      href={hrefs[row.code]}
      look={!isFiltered ? 'plain' : row.selected ? 'chosen' : 'faded'}
      nested={row.depth === 1}
    />
  );
  return (
    <BarRows
      label={chart.frame.title}
      rows={rows.map(draw)}
      rest={rest.map(draw)}
      open={rest.some(({ selected }) => selected)}
      count={chart.rows.length}
      locale={locale}
    />
  );
}
