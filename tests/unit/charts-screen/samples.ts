import type {
  BreakdownChart,
  Bucket,
  ChartFrame,
  DistrictCount,
  DistrictNumbers,
  Dot,
  TimeChart,
  UnitOutlines,
} from '@/lib/charts/types';
import { formatPeriod } from '@/lib/dates/format';
import { type Grain, nextPeriod, periodEnd } from '@/lib/dates/periods';

export const frame: ChartFrame = {
  title: 'Incidents over time',
  subtitle: 'All records',
  source: 'Source: Gazette, 1 July 2020',
  n: 'n = 3 incidents',
  notes: ['1 is not dated to the day.'],
  permalink: '/',
  madeOn: '2026-01-01',
  synthetic: 0,
  locale: 'en',
};

export function bucketsOf(first: string, count: number, grain: Grain): Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = first; buckets.length < count; start = nextPeriod(start, grain)) {
    buckets.push({
      start,
      end: periodEnd(start, grain),
      label: formatPeriod(start, grain, 'en'),
      coverage: 'full',
      total: 0,
      stacks: {},
    });
  }
  return buckets;
}

export function dot(ref: string, startsOn: string, more: Partial<Dot> = {}): Dot {
  return {
    ref,
    title: ref,
    type: 'petition',
    startsOn,
    endsOn: startsOn,
    datePrecision: 'day',
    date: startsOn,
    ...more,
  };
}

export function timeChart(more: Partial<TimeChart> = {}): TimeChart {
  return {
    frame,
    draw: 'stacked',
    show: 'count',
    split: 'type',
    several: false,
    sentence: '',
    grain: 'month',
    keys: [
      { code: 'mass-incident', label: 'Mass incident', color: '#C2503A' },
      { code: 'petition', label: 'Petition', color: '#2C6A96' },
    ],
    buckets: bucketsOf('2019-01-01', 6, 'month'),
    dots: null,
    periods: [],
    total: 0,
    coarse: 0,
    mean: null,
    lane: null,
    calendar: null,
    selected: null,
    ...more,
  };
}

export function unit(code: string, count: number, more: Partial<DistrictCount> = {}): DistrictCount {
  return {
    code,
    name: code,
    count,
    people: 100_000,
    peopleYear: 2021,
    rate: count,
    selected: true,
    ...more,
  };
}

/** Outlines of units, side by side. */
export function outlines(codes: string[]): UnitOutlines {
  return {
    width: 320,
    height: 320,
    shapes: codes.map((code, at) => ({
      code,
      d: `M${at * 100},0L${at * 100 + 100},0L${at * 100 + 100},60L${at * 100},60Z`,
      labelX: at * 100 + 50,
      labelY: 30,
    })),
  };
}

export function districtChart(units: DistrictCount[], more: Partial<DistrictNumbers> = {}): DistrictNumbers {
  return {
    frame: { ...frame, title: 'By district' },
    sentence: '',
    measure: 'count',
    units,
    classes: [
      { from: 0, to: 0, color: '#F7F4EF', label: '0' },
      { from: 1, to: 9, color: '#CF8673', label: '1–9' },
    ],
    coarse: { count: 0, label: 'Zhanjiang', placeId: 'zj', words: '' },
    around: { words: '', count: 0, places: [] },
    between: { words: '', count: 0, places: [] },
    outside: [],
    total: units.reduce((sum, { count }) => sum + count, 0),
    ...more,
  };
}

export function breakdownChart(rows: BreakdownChart['rows']): BreakdownChart {
  return {
    frame: { ...frame, title: 'Issue' },
    sentence: '',
    key: 'issue',
    rows,
    more: { rows: 0, incidents: 0 },
    several: true,
    ordered: false,
    color: '#A8A29A',
    total: 10,
  };
}
