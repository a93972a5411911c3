import { datePrecisions } from '@/lib/dates/periods';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import { chartMessages } from './messages';
import { dotKind } from './time-layout';
import { isLow, peopleEnds, peopleIn } from './time-values';
import type { TimeChart } from './types';

/** A sign of a chart over time, beside its series, and what it means. */
export type Sign = {
  kind: 'hatch' | 'partial' | 'totals' | 'mean' | 'ring' | 'open' | 'burst' | 'lane';
  label: string;
};

/** The signs that occur in a chart, in the order of its legend. */
export function signsOf(chart: TimeChart): Sign[] {
  const { buckets, draw, show, dots, grain, mean, keys, lane } = chart;
  const words = chartMessages[chart.frame.locale];
  const t = timeMessages[chart.frame.locale].drawing;
  const grainWord = exploreMessages[chart.frame.locale].time.grainWords[grain];
  const hatched = dots
    ? datePrecisions.filter((precision) =>
        dots.some((dot) => dot.datePrecision === precision && dotKind(dot) === 'coarse'),
      )
    : [];
  const isHatched = dots
    ? hatched.length > 0
    : draw !== 'lines' &&
      show !== 'participants' &&
      buckets.some(({ stacks }) => Object.values(stacks).some(({ coarse }) => coarse > 0));
  const isPanels = draw === 'multiples' && keys.length > 1;
  const signs: [Sign['kind'], string, boolean][] = [
    ['hatch', hatched.length > 0 ? words.knownOnlyTo(hatched) : words.coarseFor[grain], isHatched],
    ['partial', words.partCovered, !dots && buckets.some(({ coverage }) => coverage === 'part')],
    ['totals', t.total, chart.several && draw === 'stacked' && show !== 'share' && show !== 'participants'],
    ['mean', mean ? t.mean(mean.buckets, grainWord) : '', mean !== null],
    ['ring', t.lowCount, !dots && buckets.some((bucket) => isLow(chart, bucket))],
    [
      'open',
      t.open,
      show === 'participants' &&
        buckets.some((bucket) =>
          ['', ...keys.map(({ code }) => code)].some((code) => peopleEnds(peopleIn(bucket, code))?.isOpen),
        ),
    ],
    [
      'burst',
      t.burst,
      !dots && !isPanels && buckets.some(({ burst }) => burst !== undefined && burst !== null),
    ],
    ['lane', t.lane, !isPanels && (lane?.marks.length ?? 0) > 0],
  ];
  return signs.flatMap(([kind, label, occurs]) => (occurs ? [{ kind, label }] : []));
}
