import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { defaultView, type Selection } from '@/lib/explore/view';
import {
  chartAddress,
  figureQuery,
  recordFormats,
  recordsAddress,
  selectionFileAddress,
  sheetLimits,
} from '@/lib/exports/formats';
import { imageShape, recordOptions } from '@/lib/exports/options';
import { sheetRefusal } from '@/lib/exports/records';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const asked = (query: string) => new URLSearchParams(query);

describe('the options of an export', () => {
  test('are codes without a mark unless asked otherwise', () => {
    expect(recordOptions(asked(''), 'en')).toEqual({ values: 'codes', bom: false });
    expect(recordOptions(asked('values=both&bom=1'), 'en')).toEqual({ values: 'both', bom: true });
    expect(recordOptions(asked('since=2026-01-31'), 'en').since).toBe('2026-01-31');
    expect(imageShape(asked(''), 'en')).toBe('screen');
    expect(imageShape(asked('shape=16%3A9'), 'en')).toBe('16:9');
  });

  test.each([
    ['values=words', 'values'],
    ['values=codes&values=labels', 'values'],
    ['bom=yes', 'bom'],
    ['since=2026-02-30', 'since'],
    ['since=', 'since'],
    ['since=2026-01-01&since=2026-01-02', 'since'],
  ])('%s is refused, and the field is named', (query, field) => {
    const thrown = caught(() => recordOptions(asked(query), 'en'));
    expect(thrown.code).toBe('invalid');
    expect(thrown.fields).toMatchObject([{ field }]);
  });

  test('a shape that is none is refused in the language of the reader', () => {
    expect(caught(() => imageShape(asked('shape=4:3'), 'en')).message).toContain('screen, 16:9, 1:1');
    expect(caught(() => imageShape(asked('shape=4:3'), 'zh')).message).toContain('只能取');
  });
});

function caught(work: () => unknown): AppError {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

describe('what a sheet cannot hold', () => {
  const most = sheetLimits.rows - 1;
  test('is refused with the number and a way out', () => {
    expect(sheetRefusal(most, 0, 'en')).toBeNull();
    expect(sheetRefusal(most + 1, 0, 'en')).toMatchObject({
      code: 'invalid',
      message:
        'A sheet of XLSX holds 1,048,575 incidents at most; the filter keeps 1,048,576. Narrow the filter, or take CSV or the package.',
    });
    expect(sheetRefusal(5, 2, 'en')?.message).toMatch(/^2 incidents have a text longer than the 32,767/);
    expect(sheetRefusal(most + 1, 0, 'zh')?.message).toContain('1,048,575');
  });
});

describe('addresses of files', () => {
  const selection: Selection = {
    filters: { ...noFilters, type: choice(['petition']) },
    view: {
      ...defaultView,
      by: 'month',
      page: 3,
      cols: ['title'],
      record: 'zj-1',
      sort: { key: 'title', descending: false },
    },
  };

  test('of records carry the filter, the order and the options, and nothing of the page', () => {
    expect(recordsAddress('csv', selection, { lang: 'en' })).toBe('/incidents.csv?type=petition&sort=title');
    expect(recordsAddress('csv', selection, { lang: 'zh', values: 'both', excel: true })).toBe(
      '/incidents.csv?type=petition&sort=title&lang=zh&values=both&bom=1',
    );
    expect(recordsAddress('zip', selection, { lang: 'en', since: '2026-01-31' })).toMatch(
      /&since=2026-01-31$/,
    );
    expect(recordsAddress('csv', selection, { lang: 'en', since: '2026-01-31' })).not.toMatch(/since/);
    expect(
      recordsAddress('zip', { filters: noFilters, view: defaultView }, { lang: 'en', excel: true }),
    ).toBe('/incidents.zip');
    for (const format of recordFormats)
      expect(recordsAddress(format, selection, { lang: 'en', values: 'labels' })).toMatch(
        new RegExp(`^/incidents\\.${format}\\?.*values=labels$`),
      );
  });

  test('of charts carry how the chart is drawn, and nothing of the table', () => {
    expect(chartAddress('over-time', 'png', selection, { lang: 'en', scale: 2, shape: '1:1' })).toBe(
      '/charts/over-time.png?type=petition&by=month&scale=2&shape=1:1',
    );
    expect(chartAddress('over-time', 'svg', selection, { lang: 'en', scale: 4 })).toBe(
      '/charts/over-time.svg?type=petition&by=month',
    );
    expect(chartAddress('issue', 'csv', selection, { lang: 'zh', shape: '16:9' })).toBe(
      '/charts/issue.csv?type=petition&by=month&lang=zh',
    );
  });

  test('of what can be said of a selection carry its filter', () => {
    expect(selectionFileAddress('about.json', selection, 'zh')).toBe(
      '/selection/about.json?type=petition&sort=title&lang=zh',
    );
  });

  test('of what can be said of a figure of a comparison carry the comparison, those of other figures do not', () => {
    const compared: Selection = {
      ...selection,
      view: { ...selection.view, compare: { kind: 'year-before' }, page: 3 },
    };
    expect(selectionFileAddress('cite.bib', compared, 'en', 'compare-over-time')).toBe(
      '/selection/cite.bib?type=petition&by=month&versus=year-before',
    );
    expect(selectionFileAddress('cite.bib', compared, 'en', 'over-time')).toBe(
      '/selection/cite.bib?type=petition&sort=title',
    );
    expect(figureQuery(compared)).toBe('?type=petition&by=month&versus=year-before');
  });
});
