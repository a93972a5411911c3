import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { bucketNames } from '@/components/charts/time-names';
import { TimeTable } from '@/components/charts/time-table';
import { BarTooltip } from '@/components/charts/time-tooltip';
import { BurstList } from '@/components/explore/burst-list';
import { withBursts } from '@/lib/explore/bursts';
import type { Locale } from '@/lib/i18n/locale';
import { bucketsOf, frame, timeChart } from './samples';

const words = (element: ReactElement) =>
  renderToStaticMarkup(element)
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|');

/** Ten weeks, of which the last two are judged and the last is a burst; `coarse` of that are not dated to the week. */
function judged(coarse = 0, locale: Locale = 'en') {
  const buckets = bucketsOf('2019-01-07', 11, 'week').map((bucket, i) => {
    const total = i === 10 ? 12 : 4;
    return { ...bucket, total, stacks: { petition: { sure: total, coarse: 0 } } };
  });
  const counts = buckets.map(({ start, total }, i) => ({
    day: start,
    precision: 'week' as const,
    count: i === 10 ? total - coarse : total,
  }));
  return timeChart({
    frame: { ...frame, locale },
    grain: 'week',
    buckets: withBursts(buckets, 'week', counts, null),
    keys: timeChart().keys.slice(1),
  });
}
const hrefOf = { bucket: () => undefined, part: () => undefined };

describe('bursts in the table of a chart', () => {
  it('have columns for what was expected and the limit, blank where nothing is judged, and are named', () => {
    const html = words(<TimeTable chart={judged()} hrefOf={hrefOf} />);
    expect(html).toContain('|Total|Expected|Limit|');
    expect(html).toContain('|Week of 4 Mar 2019|4|4|Week of 11 Mar 2019|4|4|4.0|7.0|');
    expect(html).toContain('|Week of 18 Mar 2019| (burst)|12|12|4.0|7.0|');
    expect(words(<TimeTable chart={judged(0, 'zh')} hrefOf={hrefOf} />)).toContain('|预期|限值|');
  });

  it('say what was judged where that is not all', () => {
    const html = words(<TimeTable chart={judged(3)} hrefOf={hrefOf} />);
    expect(html).toContain('|Judged|Expected|Limit|');
    expect(html).toContain('| (burst)|12|12|9|4.0|7.0|');
  });

  it('are not in the table where none are asked for', () => {
    const html = words(<TimeTable chart={timeChart({ grain: 'week' })} hrefOf={hrefOf} />);
    expect(html).not.toContain('Expected');
  });
});

describe('bursts in a chart', () => {
  const layout = { plot: { left: 0, top: 0, width: 110, height: 50 }, step: 10 } as Parameters<
    typeof BarTooltip
  >[0]['layout'];
  const tip = (chart: ReturnType<typeof judged>, bucket: number) =>
    words(<BarTooltip chart={chart} layout={layout} mark={{ bucket, code: 'petition' }} />);

  it('have expectation and limit in the words of every bucket that was judged', () => {
    const chart = judged(3);
    expect(tip(chart, 10)).toContain('|burst: 9 judged, expected 4.0, limit 7.0|');
    expect(tip(chart, 9)).toContain('|expected 4.0, limit 7.0|');
    expect(tip(chart, 8)).not.toContain('expected');
    expect(tip(judged(0, 'zh'), 10)).toContain('|突增：预期 4.0，限值 7.0|');
    const names = bucketNames(chart, chart.keys);
    expect(names[10]).toMatch(/; burst: 9 judged, expected 4\.0, limit 7\.0$/);
    expect(names[8]).not.toContain('expected');
  });
});

describe('the list of bursts', () => {
  const list = (draw: 'stacked' | 'multiples', locale: Locale = 'en') => {
    const chart = judged(0, locale);
    const keys = [...chart.keys, ...timeChart().keys.slice(0, 1)];
    return words(<BurstList chart={{ ...chart, keys, draw }} hrefOf={() => undefined} />);
  };

  it('stands with its method under panels, where none is marked', () => {
    expect(list('multiples')).toMatch(
      /1 week exceeds the limit\|.*12, expected 4\.0, limit 7\.0\|Bursts \(EARS C2\): where the count exceeds/,
    );
    expect(list('multiples', 'zh')).toContain('突增（EARS C2）：指某周的事件数超过');
    expect(list('stacked')).not.toContain('EARS');
  });
});
