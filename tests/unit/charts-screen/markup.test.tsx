import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BreakdownChart } from '@/components/charts/breakdown-chart';
import { BreakdownTable } from '@/components/charts/breakdown-table';
import { DistrictChart } from '@/components/charts/district-chart';
import { DistrictTable } from '@/components/charts/district-table';
import { MatrixTable } from '@/components/charts/matrix-table';
import { ReportedBar } from '@/components/charts/reported-bar';
import { TimeLegend } from '@/components/charts/time-legend';
import { TimeTable } from '@/components/charts/time-table';
import type { BreakdownRow } from '@/lib/charts/types';
import { matrixChart } from '../charts/place-samples';
import { breakdownChart, bucketsOf, districtChart, dot, outlines, timeChart, unit } from './samples';

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
        hrefOf={{
          bucket: () => undefined,
          part: ({ start }, { code }) =>
            start === '2019-03-01' && code === 'petition' ? '/?type=petition' : undefined,
        }}
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
    const buckets = bucketsOf('2019-01-01', 1, 'month').map((bucket) => ({
      ...bucket,
      total: 2,
      stacks: { petition: { sure: 0, coarse: 2 } },
    }));
    expect(draw(<TimeLegend chart={timeChart({ buckets, coarse: 2 })} />)).toContain(
      'date not known to the month',
    );
    const dots = [
      dot('a', '2019-02-25', { datePrecision: 'week' }),
      dot('b', '2019-02-25', { datePrecision: 'days' }),
    ];
    expect(draw(<TimeLegend chart={timeChart({ dots })} />)).toContain('date known to the week only');
  });

  it('marks the types that the filter names', () => {
    const html = draw(
      <TimeLegend
        chart={timeChart()}
        hrefOf={({ code }) => (code === 'petition' ? '/?type=' : undefined)}
        isChosen={({ code }) => code === 'petition'}
      />,
    );
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  });
});

describe('DistrictChart', () => {
  const links = {
    hrefOf: (code: string) => `/?place=${code}`,
    addOf: (code: string) => `/?place=b~${code}`,
    isNamed: (code: string) => code === 'b',
  };
  const rest = {
    coarse: '/?place=@zj',
    around: '/?place=@gd',
    between: null,
    outsideOf: (id: string) => `/?place=${id}`,
  };
  const drawn = (codes: string[]) => ({
    outlines: outlines(codes),
    state: 'there' as const,
    retry: () => {},
  });
  const none = { outlines: null, state: 'none' as const, retry: () => {} };
  const props = { links, rest, go: () => {}, tableHref: '/charts/by-district.csv' };

  it('draws a shape and a bar a unit; the bars lead somewhere', () => {
    const chart = districtChart([unit('a', 2), unit('b', 1)]);
    const html = draw(<DistrictChart chart={chart} map={drawn(['a', 'b'])} {...props} />);
    expect(html.match(/<path [^>]*data-code="[ab]"/g)).toHaveLength(2);
    expect(html).toMatch(/<a [^>]*href="\/\?place=a"/);
    expect(html).toMatch(
      /<a (?=[^>]*aria-label="Add a to the places of the filter")[^>]*href="\/\?place=b~a"/,
    );
    expect(html).toContain('aria-label="Drop b from the places of the filter"');
  });

  it('keeps the place of a map that is not there yet', () => {
    const map = { outlines: null, state: 'waiting' as const, retry: () => {} };
    const html = draw(<DistrictChart chart={districtChart([unit('a', 2)])} map={map} {...props} />);
    expect(html).toContain('viewBox="0 0 560 460"');
    expect(html).toContain('The map is being fetched.');
    expect(html).toMatch(
      /<noscript>.*This drawing needs JavaScript\..*href="\/charts\/by-district\.csv".*<\/noscript>/,
    );
    expect(html).not.toContain('Not on the map');
  });

  it('says what no district holds', () => {
    const html = draw(
      <DistrictChart
        chart={districtChart([unit('a', 2)], {
          coarse: { count: 4, label: 'Zhanjiang', placeId: 'zj', words: '4 known only to Zhanjiang' },
          around: { words: '9 known only to a wider area', count: 9, places: [] },
          between: { words: '3 known only to the prefecture', count: 3, places: [] },
          outside: [{ count: 1, label: 'Maoming', placeId: 'mm' }],
        })}
        map={drawn(['a'])}
        {...props}
      />,
    );
    expect(words(html)).toContain('4 known only to Zhanjiang');
    expect(html).toMatch(/<a [^>]*href="\/\?place=@gd"[^>]*>9 known only to a wider area</);
    expect(words(html)).toContain('3 known only to the prefecture');
    expect(words(html)).toContain('1 outside Zhanjiang: |Maoming 1');
  });

  it('folds away a long list of places outside', () => {
    const outside = Array.from({ length: 20 }, (_, at) => ({
      count: 20 - at,
      label: `p${at}`,
      placeId: `p${at}`,
    }));
    const chart = districtChart([unit('a', 2)], { outside });
    const html = draw(<DistrictChart chart={chart} map={none} {...props} />);
    expect(html).toContain('p5 15');
    expect(html).not.toContain('p6 14');
    expect(html).toContain('14 more');
  });

  it('draws bars alone where there are no boundaries, and names units that the map lacks', () => {
    const chart = districtChart([unit('a', 2), unit('b', 1)]);
    const without = draw(<DistrictChart chart={chart} map={none} {...props} />);
    expect(without).toContain('There is no map of this area.');
    expect(without).not.toContain('viewBox="0 0 560 460"');
    expect(words(draw(<DistrictChart chart={chart} map={drawn(['a'])} {...props} />))).toContain(
      'Not on the map: b',
    );
  });

  it('gives no rate where no population is known', () => {
    const units = [
      unit('a', 2, { rate: 3.25 }),
      unit('b', 1, { people: null, peopleYear: null, rate: null }),
    ];
    const chart = districtChart(units, { measure: 'rate' });
    const html = draw(<DistrictChart chart={chart} map={drawn(['a', 'b'])} {...props} />);
    expect(html).toMatch(/<path [^>]*data-code="b"[^>]*fill="url\(#/);
    expect(words(html)).toContain('population not known');
    expect(words(html)).toContain('|b|–|');
    const table = draw(<DistrictTable chart={chart} links={links} rest={rest} go={() => {}} />);
    expect(words(table)).toContain('b|1|–|no population, no rate|');
  });
});

describe('BreakdownChart', () => {
  const row = (code: string, count: number, more: Partial<BreakdownRow> = {}): BreakdownRow => ({
    code,
    label: code,
    count,
    selected: false,
    excluded: false,
    depth: 0,
    apart: false,
    ...more,
  });
  const links = {
    toggleOf: ({ code }: BreakdownRow) => `/?issue=${code}`,
    outOf: (code: string) => `/?issue=!${code}`,
  };
  const many = Array.from({ length: 12 }, (_, i) => row(`v${i}`, 12 - i));

  it('folds away what lies beyond the first rows, but not what is selected there', () => {
    const folded = draw(<BreakdownChart chart={breakdownChart(many)} links={links} />);
    expect(folded).toContain('Show all 12');
    expect(words(folded)).not.toContain('|v11|');
    const opened = draw(
      <BreakdownChart
        chart={breakdownChart(many.map((one) => ({ ...one, selected: one.code === 'v11' })))}
        links={links}
      />,
    );
    expect(words(opened)).toContain('|v11|');
  });

  it('shows what is not known in any case, last, hatched, and on the scale of the others', () => {
    const html = draw(
      <BreakdownChart
        chart={breakdownChart([...many, row('unknown', 900, { apart: true })])}
        links={links}
      />,
    );
    expect(words(html)).toContain('|unknown|900|');
    expect(html).toMatch(/<svg class="[^"]*hatched/);
    expect(html).toMatch(/data-code="v0".*?width="100\.00%"/);
  });

  it('shows all classes of a field that has an order', () => {
    const html = draw(<BreakdownChart chart={{ ...breakdownChart(many), ordered: true }} links={links} />);
    expect(words(html)).toContain('|v11|');
    expect(html).not.toContain('Show all');
  });

  it('leads each row to its value and past it, and strikes out what is left out', () => {
    const html = draw(
      <BreakdownChart chart={breakdownChart([row('a', 3, { excluded: true })])} links={links} />,
    );
    expect(html).toMatch(/<a (?=[^>]*aria-label="No longer leave out a")[^>]*href="\/\?issue=!a"/);
    expect(words(html)).toContain('a (left out)|3|');
    // What is left out with its broader value can't be taken back alone.
    const narrower = row('b', 2, { excluded: true, excludedBy: 'a' });
    const within = draw(<BreakdownChart chart={breakdownChart([narrower])} links={links} />);
    expect(words(within)).toContain('b (left out)|2|');
    expect(within).not.toContain('No longer leave out');
  });

  it('shows a value that nothing has as zero', () => {
    const chart = breakdownChart([row('a', 0)]);
    expect(words(draw(<BreakdownChart chart={chart} links={links} />))).toContain('|a|0|');
    expect(words(draw(<BreakdownTable chart={chart} links={links} />))).toContain('|a|0|0|');
  });
});

describe('MatrixTable', () => {
  const links = { cell: () => '/?both', head: () => '/?one' };

  it('shows shares below ten per cent with one decimal', () => {
    const chart = matrixChart('en', { shares: 'row' });
    const rows = {
      ...chart.rows,
      heads: chart.rows.heads.slice(0, 1).map((head) => ({ ...head, total: 2001 })),
    };
    for (const [locale, shown] of [
      ['en', '|&lt;0.1 %|1.3 %|9.9 %|10 %|2,001|'],
      ['zh', '|&lt;0.1%|1.3%|9.9%|10%|2,001|'],
    ] as const) {
      const frame = { ...chart.frame, locale };
      const one = { ...chart, frame, rows, cells: [[1, 26, 199, 200]] };
      expect(words(draw(<MatrixTable chart={one} links={links} go={() => {}} />))).toContain(shown);
    }
  });

  it('is a table with a heading a value, and one cell that Tab reaches', () => {
    const html = draw(<MatrixTable chart={matrixChart('en')} links={links} go={() => {}} />);
    expect(html.match(/<th scope="col"/g)).toHaveLength(5);
    expect(html.match(/<th scope="row"/g)).toHaveLength(6);
    expect(html.match(/<button[^>]*tabindex="0"/gi)).toHaveLength(1);
    expect(html).toContain('aria-label="Labour, Monitor opinion: 14 incidents"');
    expect(words(html)).toContain('|Labour|14|8|3|19|40|');
    expect(words(html)).toContain('|All|22|14|5|28|64|');
  });

  it('does not offer to open an empty cell, nor one that no filter can keep', () => {
    const html = draw(<MatrixTable chart={matrixChart('en')} links={links} go={() => {}} />);
    expect(html.match(/<button/g)).toHaveLength(19);
    const closed = draw(
      <MatrixTable chart={matrixChart('en')} links={{ ...links, cell: () => null }} go={() => {}} />,
    );
    expect(closed).not.toContain('<button');
  });

  it('marks shares of too few incidents', () => {
    const html = draw(
      <MatrixTable chart={matrixChart('en', { shares: 'row' })} links={links} go={() => {}} />,
    );
    expect(words(html)).toContain('|Veterans|50 %*|33 %*|17 %*|17 %*|6|');
    expect(words(html)).toContain('|Labour|35 %|20 %|7.5 %|48 %|40|');
  });

  it('frames the chosen cell', () => {
    const chart = matrixChart('en');
    const chosen = (side: typeof chart.rows) => ({
      ...side,
      heads: side.heads.map((head, at) => ({ ...head, state: at === 0 ? ('in' as const) : null })),
    });
    const html = draw(
      <MatrixTable
        chart={{ ...chart, rows: chosen(chart.rows), columns: chosen(chart.columns) }}
        links={links}
        go={() => {}}
      />,
    );
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1);
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
