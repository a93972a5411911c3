import { describe, expect, test } from 'vitest';
import { timeLinks } from '@/lib/explore/time-links';
import { defaultView } from '@/lib/explore/view';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const links = (filters: Partial<IncidentFilters>, split: string | null = 'type') =>
  timeLinks({ filters: { ...noFilters, ...filters }, view: { ...defaultView, page: 3 } }, '/', { split });
const key = (code: string, values?: string[]) => ({
  code,
  label: code,
  color: '',
  ...(values ? { values } : {}),
});
const march = ['2019-03-01', '2019-03-31'] as const;

describe('a mark opens the records that it counts', () => {
  test('a bucket by when they begin; a second click takes it back', () => {
    expect(links({ q: 'starts=2019' }).bucket(...march)).toBe('/?starts=2019-03&q=starts%3D2019');
    expect(links({ starts: '2019-03', type: choice(['strike']) }).bucket(...march)).toBe('/?type=strike');
  });
  test('a dragged span in the same short way', () => {
    expect(links({ from: '2019' }).range(...march)).toBe('/?from=2019&starts=2019-03');
    expect(links({}).range('2019-03-01', '2019-04-30')).toBe('/?starts=2019-03-01..2019-04-30');
  });
  test('a part of a bucket with its value in the place of the filter on the field', () => {
    expect(links({ type: choice(['petition', 'strike']) }).part(...march, key('strike'))).toBe(
      '/?type=strike&starts=2019-03',
    );
    expect(links({}).part(...march, key('other-values', ['a', 'b']))).toBe('/?type=a~b&starts=2019-03');
  });
  test('a part that no filter keeps has no address', () => {
    expect(links({}, null).part(...march, key('', []))).toBeUndefined();
    expect(links({}).part(...march, key('other-values', []))).toBeUndefined();
    // What has both values cannot be said: a filter keeps what has one or the other.
    expect(links({ issue: choice(['labour']) }, 'issue').part(...march, key('education'))).toBeUndefined();
    expect(links({ issue: choice(['labour']) }, 'issue').part(...march, key('labour'))).toBe(
      '/?issue=labour&starts=2019-03',
    );
    expect(links({ issue: choice([], ['land']) }, 'issue').part(...march, key('education'))).toBe(
      '/?issue=education~!land&starts=2019-03',
    );
  });
  test('a day of a calendar by those dated to the day, where others begin on days too', () => {
    expect(links({}).day('2019-03-02', true)).toBe('/?precision=day~days&starts=2019-03-02');
    expect(links({}).day('2019-03-02', false)).toBe('/?starts=2019-03-02');
    expect(links({ precision: choice(['day', 'week']) }).day('2019-03-02', true)).toBe(
      '/?precision=day&starts=2019-03-02',
    );
    expect(links({ starts: '2019-03-02' }).day('2019-03-02', true)).toBe('/');
  });
});

test('a span is given up before the dates are', () => {
  expect(links({ starts: '2019-03', from: '2019' }).clear).toBe('/?from=2019');
  expect(links({ from: '2019', to: '2020', match: 'certain' }).clear).toBe('/');
  expect(links({}).clear).toBeNull();
});

test('a series of the legend is kept alone, and let go', () => {
  expect(links({ starts: '2019-03' }).only(key('strike'))).toBe('/?type=strike&starts=2019-03');
  expect(links({ type: choice(['strike']) }).only(key('strike'))).toBe('/');
  expect(links({}, null).only(key('', []))).toBeUndefined();
});
