import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BreakdownChart } from '@/components/charts/breakdown-chart';
import { BreakdownTable } from '@/components/charts/breakdown-table';
import { DistrictChart } from '@/components/charts/district-chart';
import { DistrictTable } from '@/components/charts/district-table';
import { ReportedBar } from '@/components/charts/reported-bar';
import { TimeLegend } from '@/components/charts/time-legend';
import { TimeTable } from '@/components/charts/time-table';
import { breakdownChart, bucketsOf, districtChart, dot, timeChart, unit } from './samples';

/** The markup of an element; the policy of pages forbids styles in it. */
function draw(element: ReactElement): string {
  const html = renderToStaticMarkup(element);
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toMatch(/undefined|NaN|\[object/);
  return html;
}

const words = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

describe('TimeTable', () => {
  it('shows zero as a number, says where there is no data, and adds up', () => {
    const buckets = bucketsOf('2019-01-01', 3, 'month');
    if (!buckets[0] || !buckets[1] || !buckets[2]) throw new Error('no buckets');
    Object.assign(buckets[0], { coverage: 'none' });
    Object.assign(buckets[1], { coverage: 'part' });
    Object.assign(buckets[2], { total: 3, stacks: { petition: { sure: 2, coarse: 1 } } });
    const html = draw(
      <TimeTable
        chart={timeChart({ buckets, total: 3, coarse: 1 })}
        hrefOf={{ buckets: {}, stacks: { '2019-03-01:petition': '/?type=petition' } }}
      />,
    );
    expect(words(html)).toContain('Jan 2019|no data');
    expect(words(html)).toContain('|0|0|0|0|Mar 2019|0|3|3|1|');
    expect(html).toContain('href="/?type=petition"');
    expect(words(html)).toContain('Total|0|3|3|1|');
  });
});

describe('TimeLegend', () => {
  it('names the hatch only where something is hatched', () => {
    expect(draw(<TimeLegend chart={timeChart()} />)).not.toContain('date ');
    expect(draw(<TimeLegend chart={timeChart({ coarse: 2 })} />)).toContain('date not known to the month');
    const dots = [
      dot('a', '2019-02-25', { datePrecision: 'week' }),
      dot('b', '2019-02-25', { datePrecision: 'days' }),
    ];
    expect(draw(<TimeLegend chart={timeChart({ dots })} />)).toContain('date known to the week only');
  });

  it('marks the types that the filter names', () => {
    const html = draw(
      <TimeLegend chart={timeChart()} hrefs={{ petition: '/?type=' }} chosen={['petition']} />,
    );
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  });
});

describe('DistrictChart', () => {
  const props = { hrefs: { a: '/?place=a', b: '/?place=b' }, coarseHref: '/?place=@zj', outsideHrefs: {} };

  it('names every area and leads somewhere', () => {
    const html = draw(<DistrictChart chart={districtChart([unit('a', 2), unit('b', 1)])} {...props} />);
    expect(html).toContain('aria-label="a: 2 incidents"');
    expect(html).toContain('aria-label="b: 1 incident"');
    expect(html.match(/href="\/\?place=a"/g)).toHaveLength(2);
  });

  it('says what no district holds', () => {
    const html = draw(
      <DistrictChart
        chart={districtChart([unit('a', 2)], {
          coarse: { count: 4, label: 'Zhanjiang', placeId: 'zj' },
          outside: [{ count: 1, label: 'Maoming', placeId: 'mm' }],
        })}
        {...props}
      />,
    );
    expect(words(html)).toContain('4 known only to Zhanjiang');
    expect(words(html)).toContain('1 outside Zhanjiang: |Maoming 1');
  });

  it('draws bars alone where there are no boundaries, and names units that the map lacks', () => {
    const without = draw(<DistrictChart chart={districtChart([unit('a', 2, { d: null })])} {...props} />);
    expect(without).toContain('There is no map of this area.');
    expect(without).not.toContain('viewBox="0 0 320 320"');
    const some = draw(
      <DistrictChart chart={districtChart([unit('a', 2), unit('b', 1, { d: null })])} {...props} />,
    );
    expect(words(some)).toContain('Not on the map: b');
  });

  it('gives no rate where no population is known', () => {
    const units = [
      unit('a', 2, { rate: 3.25 }),
      unit('b', 1, { people: null, peopleYear: null, rate: null }),
    ];
    const html = draw(<DistrictChart chart={districtChart(units, { measure: 'rate' })} {...props} />);
    expect(html).toContain('aria-label="a: 3.3 per 100,000 people (2 incidents)"');
    expect(html).toContain('aria-label="b: population not known (1 incident)"');
    const table = draw(<DistrictTable chart={districtChart(units, { measure: 'rate' })} {...props} />);
    expect(words(table)).toContain('b|1|–|no population, no rate|');
  });
});

describe('BreakdownChart', () => {
  const row = (code: string, count: number, selected = false) => ({
    code,
    label: code,
    count,
    selected,
    depth: 0 as const,
  });
  const many = Array.from({ length: 12 }, (_, i) => row(`v${i}`, 12 - i));

  it('folds away what lies beyond the first rows, but not what is selected there', () => {
    const folded = draw(<BreakdownChart chart={breakdownChart(many)} hrefs={{}} />);
    expect(folded).toContain('Show all 12');
    expect(folded).not.toMatch(/<details[^>]*open/);
    const opened = draw(
      <BreakdownChart
        chart={breakdownChart(many.map((one) => ({ ...one, selected: one.code === 'v11' })))}
        hrefs={{}}
      />,
    );
    expect(opened).toMatch(/<details[^>]*open/);
  });

  it('shows a value that nothing has as zero', () => {
    const html = draw(<BreakdownChart chart={breakdownChart([row('a', 0)])} hrefs={{ a: '/?issue=a' }} />);
    expect(words(html)).toContain('|a|0|');
    expect(words(draw(<BreakdownTable chart={breakdownChart([row('a', 0)])} hrefs={{}} />))).toContain(
      '|a|0|',
    );
  });
});

describe('ReportedBar', () => {
  it('draws the described part at the scale of the whole, and writes short parts under the bar', () => {
    const html = draw(
      <ReportedBar
        parts={[
          { label: '12 strikes', value: 12, color: '#4F8A6B', href: '/sources/a' },
          { label: '988 petitions', value: 988, color: '#2C6A96', href: null },
        ]}
        described={{ label: '8 described', value: 8, href: '#records' }}
        total={1_000}
      />,
    );
    expect(html).toContain('width="0.80%"');
    expect(html).toContain('href="#records"');
    expect(html).toMatch(/<li>.*12 strikes/);
    expect(html).not.toMatch(/<text[^>]*>12 strikes/);
    expect(html).toMatch(/<text[^>]*inside15[^>]*>988 petitions/);
    expect(html).toMatch(/<li class="[^"]*under15[^>]*>.*988 petitions/);
  });

  it('survives a total of zero', () => {
    draw(<ReportedBar parts={[]} described={{ label: '0', value: 0, href: '#records' }} total={0} />);
  });
});
