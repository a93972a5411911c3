import { formatNumber } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { screenMessages } from './screen-messages';
import { stackTotal } from './time-layout';
import { hasNoData, highest, peopleIn, peopleText, restCode } from './time-values';
import type { Bucket, SeriesKey, TimeChart } from './types';
import type { PeopleRange } from './types-time';

/**
 * One series of a chart as a chart of its own, for small multiples. Its buckets hold that series alone, but for
 * shares, whose totals stay those of all incidents. `frame.n` is the number of its incidents, or of their people where
 * it shows those.
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
    frame: { ...frame, title: key.label, n: numberOf(chart, key, total), notes: [] },
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

/** How many incidents or people a panel shows, with a unit where its axis has another. */
function numberOf({ frame, show, buckets }: TimeChart, { code }: SeriesKey, total: number): string {
  if (show === 'participants') return peopleText(peopleOf(buckets, code), frame.locale);
  return show === 'share' ? screenMessages[frame.locale].incidents(total) : formatNumber(total, frame.locale);
}

/** The people of one series in all buckets; null = it has no incident. */
function peopleOf(buckets: readonly Bucket[], code: string): PeopleRange | null {
  const add = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);
  return buckets.reduce<PeopleRange | null>((all, bucket) => {
    const one = peopleIn(bucket, code);
    if (!one || !all) return one ?? all;
    return {
      min: add(all.min, one.min),
      max: add(all.max, one.max),
      open: all.open + one.open,
      unknown: all.unknown + one.unknown,
    };
  }, null);
}

/** A panel: its series, its chart, its title, and the highest value of its axis. */
export type Panel = { key: SeriesKey; chart: TimeChart; title: string; highest: number };

/** Where all other values together are more than so many times as high as any, their panel has a scale of its own. */
const tooHigh = 2;

/**
 * The panels of a chart, all on one axis of values. Only all other values together have an axis of their own, and say
 * so, where they would press the others to the ground; the ends of both axes differ then.
 */
export function panelsOf(chart: TimeChart): Panel[] {
  const named = chart.keys.filter(({ code }) => code !== restCode);
  const ofNamed = highest({ ...chart, keys: named.length > 0 ? named : chart.keys });
  const rest = chart.keys.find(({ code }) => code === restCode);
  const ofRest = rest ? highest(panelOf(chart, rest)) : 0;
  const hasOwnScale = named.length > 0 && chart.show !== 'share' && ofRest > tooHigh * ofNamed;
  const shared = hasOwnScale ? ofNamed : Math.max(ofNamed, ofRest);
  return chart.keys.map((key) => {
    const panel = panelOf(chart, key);
    const isApart = hasOwnScale && key === rest;
    return {
      key,
      chart: panel,
      title: isApart ? timeMessages[chart.frame.locale].drawing.ownScale(key.label) : key.label,
      highest: isApart ? ofRest : shared,
    };
  });
}
