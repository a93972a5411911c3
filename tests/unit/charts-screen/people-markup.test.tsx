import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TimeLegend } from '@/components/charts/time-legend';
import { TimeTable } from '@/components/charts/time-table';
import { bucketsOf, timeChart } from './samples';

const words = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

describe('a chart of people', () => {
  const buckets = bucketsOf('2019-01-01', 2, 'quarter').map((bucket, index) => ({
    ...bucket,
    total: 3,
    people: {
      '': { min: 8_605, max: index === 0 ? 900 : 9_000, open: index === 0 ? 1 : 0, unknown: 0 },
    },
  }));
  const chart = timeChart({ show: 'participants', split: null, buckets, total: 6 });

  it('has no upper sum in its table where an incident has no upper bound', () => {
    const html = renderToStaticMarkup(
      <TimeTable chart={chart} hrefOf={{ bucket: () => undefined, part: () => undefined }} />,
    );
    expect(words(html)).toContain('|8,605|open|1|0|3|');
    expect(words(html)).toContain('|8,605|9,000|0|0|3|');
    expect(html).not.toContain('900<');
  });

  it('names people in its legend', () => {
    const html = renderToStaticMarkup(<TimeLegend chart={timeChart({ show: 'participants', buckets })} />);
    expect(words(html)).toContain('|People|');
    expect(words(html)).not.toContain('Incidents');
  });
});
