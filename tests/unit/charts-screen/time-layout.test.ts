import { describe, expect, it } from 'vitest';
import {
  bucketPosition,
  dayPosition,
  dotKind,
  isChosen,
  layDots,
  periodsWithin,
  runsWithoutData,
  stackOf,
  stackTotal,
} from '@/lib/charts/time-layout';
import { dayNumber } from '@/lib/dates/civil';
import { bucketsOf, dot } from './samples';

const year = { from: '2019-01-01', to: '2019-12-31' };

describe('positions', () => {
  it('spread days evenly over an axis of time', () => {
    expect(dayPosition(dayNumber('2019-01-01'), year, 365)).toBe(0);
    expect(dayPosition(dayNumber('2019-02-01'), year, 365)).toBe(31);
    expect(dayPosition(dayNumber('2020-01-01'), year, 365)).toBe(365);
  });

  it('find a day inside buckets of different lengths', () => {
    const buckets = bucketsOf('2019-01-01', 12, 'month');
    expect(bucketPosition(dayNumber('2019-01-01'), buckets, 120)).toBe(0);
    expect(bucketPosition(dayNumber('2019-02-15'), buckets, 120)).toBe(15);
    expect(bucketPosition(dayNumber('2019-12-01'), buckets, 120)).toBe(110);
    expect(bucketPosition(dayNumber('2018-05-05'), buckets, 120)).toBe(0);
    expect(bucketPosition(dayNumber('2022-05-05'), buckets, 120)).toBe(120);
    expect(bucketPosition(dayNumber('2022-05-05'), [], 120)).toBe(0);
  });
});

describe('buckets', () => {
  it('join neighbours without data into runs', () => {
    const buckets = bucketsOf('2019-01-01', 6, 'month').map((bucket, i) => ({
      ...bucket,
      coverage: [0, 1, 4].includes(i) ? ('none' as const) : ('full' as const),
    }));
    expect(runsWithoutData(buckets)).toEqual([
      [0, 1],
      [4, 4],
    ]);
  });

  it('count an absent stack as zero', () => {
    const [bucket] = bucketsOf('2019-01-01', 1, 'month');
    if (!bucket) throw new Error('no bucket');
    const held = { ...bucket, stacks: { petition: { sure: 2, coarse: 1 } } };
    expect(stackTotal(held, 'petition')).toBe(3);
    expect(stackTotal(held, 'strike')).toBe(0);
    expect(stackOf(held, 'strike')).toEqual({ sure: 0, coarse: 0 });
  });

  it('belong to a selection that they touch, and to any when there is none', () => {
    const bucket = { start: '2019-02-01', end: '2019-02-28' };
    expect(isChosen(bucket, null)).toBe(true);
    expect(isChosen(bucket, { from: '2019-02-28', to: '2019-03-31' })).toBe(true);
    expect(isChosen(bucket, { from: '2019-03-01', to: '2019-03-31' })).toBe(false);
  });
});

describe('periodsWithin', () => {
  it('keeps what shares a day with the span, in order', () => {
    const mark = (label: string, startsOn: string, endsOn: string) => ({ label, startsOn, endsOn });
    const kept = periodsWithin(
      [
        mark('late', '2019-12-31', '2020-02-01'),
        mark('before', '2018-01-01', '2018-12-31'),
        mark('early', '2018-12-01', '2019-01-01'),
      ],
      year,
    );
    expect(kept.map(({ label }) => label)).toEqual(['early', 'late']);
  });
});

describe('layDots', () => {
  const room = { width: 730, height: 120, radius: 7 };

  it('puts a dot at the middle of its date and says how far the date reaches', () => {
    const [placed] = layDots(
      [dot('a', '2019-02-25', { endsOn: '2019-03-03', datePrecision: 'week' })],
      year,
      room,
    );
    expect(placed?.to).toBeCloseTo((placed?.from ?? 0) + 14);
    expect(placed?.x).toBeCloseTo(((placed?.from ?? 0) + (placed?.to ?? 0)) / 2);
  });

  it('stacks dots of one day, in a stable order', () => {
    const placed = layDots([dot('b', '2019-05-05'), dot('a', '2019-05-05')], year, room);
    expect(placed.map((spot) => spot.dot.ref)).toEqual(['a', 'b']);
    expect(placed[1]?.y).toBeGreaterThanOrEqual((placed[0]?.y ?? 0) + 14);
  });

  it('never lets two dots touch where there is height for them', () => {
    const dots = Array.from({ length: 60 }, (_, i) =>
      dot(
        `d${i}`,
        `2019-${String(1 + ((i * 7) % 12)).padStart(2, '0')}-${String(1 + ((i * 5) % 28)).padStart(2, '0')}`,
      ),
    );
    const placed = layDots(dots, year, { ...room, height: 400 });
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * a.radius);
      }
    }
  });

  it('keeps every dot inside the plot, however many fall on one day', () => {
    const dots = Array.from({ length: 60 }, (_, i) => dot(`d${i}`, '2019-06-04'));
    const placed = layDots(dots, year, room);
    expect(placed).toHaveLength(60);
    for (const { y, radius } of placed) {
      expect(radius).toBeGreaterThanOrEqual(3);
      expect(y + radius).toBeLessThanOrEqual(120 + 1e-9);
      expect(y - radius).toBeGreaterThanOrEqual(0);
    }
  });

  it('draws nothing for nothing', () => {
    expect(layDots([], year, room)).toEqual([]);
  });
});

describe('dotKind', () => {
  it('takes a known run of days for known', () => {
    expect(dotKind({ datePrecision: 'day' })).toBe('day');
    expect(dotKind({ datePrecision: 'days' })).toBe('run');
    expect(dotKind({ datePrecision: 'year' })).toBe('coarse');
  });
});
