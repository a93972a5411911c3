import { formatNumber } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { stackTotal } from './time-layout';
import { hasNoData, highest, restCode } from './time-values';
import type { Bucket, SeriesKey, TimeChart } from './types';

/**
 * One series of a chart as a chart of its own, for small multiples. Its buckets hold that series alone, but for
 * shares, whose totals stay those of all incidents. `frame.n` is the number of its incidents.
 */
export function panelOf(chart: TimeChart, key: SeriesKey): TimeChart {
  const { frame, buckets, show, mean } = chart;
  const own = buckets.map((bucket): Bucket => {
    const stack = bucket.stacks[key.code];
    const people = bucket.people?.[key.code];
    return {
      ...bucket,
      // A bucket without data stays so; one with incidents of other series alone holds zero of this one.
      coverage: bucket.coverage === 'none' && !hasNoData(bucket) ? 'part' : bucket.coverage,
      total: show === 'share' ? bucket.total : stackTotal(bucket, key.code),
      stacks: stack ? { [key.code]: stack } : {},
      ...(bucket.people ? { people: people ? { [key.code]: people, '': people } : {} } : {}),
      burst: undefined,
      limit: undefined,
    };
  });
  const total = buckets.reduce((sum, bucket) => sum + stackTotal(bucket, key.code), 0);
  return {
    ...chart,
    frame: { ...frame, title: key.label, n: formatNumber(total, frame.locale), notes: [] },
    several: false,
    keys: [key],
    buckets: own,
    periods: chart.periods,
    total,
    coarse: buckets.reduce((sum, bucket) => sum + (bucket.stacks[key.code]?.coarse ?? 0), 0),
    mean: mean && { ...mean, lines: mean.lines.filter(({ code }) => code === key.code) },
    lane: null,
  };
}

/** A panel: its series, its chart, its title, and the highest value of its axis. */
export type Panel = { key: SeriesKey; chart: TimeChart; title: string; highest: number };

/**
 * The panels of a chart, all on one axis of values, but for all other values together, which have an axis of their
 * own and say so: they would press the others to the ground.
 */
export function panelsOf(chart: TimeChart): Panel[] {
  const named = chart.keys.filter(({ code }) => code !== restCode);
  const shared = highest({ ...chart, keys: named.length > 0 ? named : chart.keys });
  return chart.keys.map((key) => {
    const panel = panelOf(chart, key);
    const isApart = key.code === restCode && named.length > 0 && chart.show !== 'share';
    return {
      key,
      chart: panel,
      title: isApart ? timeMessages[chart.frame.locale].drawing.ownScale(key.label) : key.label,
      highest: isApart ? highest(panel) : shared,
    };
  });
}
