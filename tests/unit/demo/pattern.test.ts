import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateParts, isoWeekday } from '@/lib/dates/civil';
import { demoBursts } from '@/prisma/demo/bursts';
import type { DemoIncident, DemoWorld } from '@/prisma/demo/generate';
import { recordsOf, worldOf } from './world';

let world: DemoWorld;
let incidents: DemoIncident[];
let exact: DemoIncident[];

beforeAll(async () => {
  world = await worldOf(1);
  incidents = recordsOf(world, 20_000).map(({ incident }) => incident);
  exact = incidents.filter(({ date_precision }) => date_precision === 'day');
});

const count = (keeps: (incident: DemoIncident) => boolean) => exact.filter(keeps).length;
const inMonth = (month: number) => count(({ starts_on }) => dateParts(starts_on).month === month);
const onDays = (...days: string[]) => count(({ starts_on }) => days.includes(starts_on.slice(5)));

describe('the demo data set over time', () => {
  it('rises and falls over the years, and leaves no month empty', () => {
    const inYear = (year: number) => count(({ starts_on }) => dateParts(starts_on).year === year);
    expect(inYear(2015)).toBeGreaterThan(1.6 * inYear(2010));
    expect(inYear(2020)).toBeLessThan(0.8 * inYear(2019));
    expect(inYear(2024)).toBeGreaterThan(1.3 * inYear(2018));
    expect(new Set(incidents.map(({ starts_on }) => starts_on.slice(0, 7))).size).toBe(16 * 12);
  });

  it('has a week and a year', () => {
    const onWeekday = (day: number) => count(({ starts_on }) => isoWeekday(starts_on) === day);
    expect(onWeekday(1)).toBeGreaterThan(1.3 * onWeekday(7));
    expect(inMonth(1)).toBeGreaterThan(1.5 * inMonth(2));
  });

  it('flares up around reference periods, and over the matter of 4 June', () => {
    expect(onDays('06-03', '06-04')).toBeGreaterThan(2.2 * onDays('06-17', '06-18'));
    const autumn = (month: string, days: number[]) =>
      onDays(...days.map((day) => `${month}-${day < 10 ? '0' : ''}${day}`));
    expect(autumn('10', [1, 2, 3, 4])).toBeGreaterThan(1.5 * autumn('11', [1, 2, 3, 4]));
    expect(onDays('03-06', '03-07', '03-08')).toBeGreaterThan(1.5 * onDays('03-27', '03-28', '03-29'));
    const commemorating = exact.filter(({ issues }) => issues.includes('commemoration'));
    const inJune = commemorating.filter(({ starts_on }) => /-06-0[2-5]$/.test(starts_on));
    expect(inJune.length).toBeGreaterThan(0.15 * commemorating.length);
  });

  it('has bursts of one issue in one province', () => {
    for (const burst of demoBursts(1, world.places.ranges.length).slice(0, 10)) {
      const county = world.places.counties[world.places.ranges[burst.province]?.[0] ?? 0];
      const province = county?.id.slice(0, 2) ?? '';
      const alike = exact.filter(
        ({ issues, place_id }) => place_id.startsWith(province) && issues.includes(burst.issue),
      );
      const to = addDays(burst.from, burst.days);
      const within = alike.filter(({ starts_on }) => starts_on >= burst.from && starts_on < to);
      const perDay = (alike.length - within.length) / 5_844;
      expect(within.length).toBeGreaterThan(10 * perDay * burst.days);
    }
  });

  it('is known to a county mostly, and more widely or more exactly at times', () => {
    const of = (precision: string) =>
      incidents.filter(({ place_precision }) => place_precision === precision).length / incidents.length;
    expect(of('county')).toBeGreaterThan(0.7);
    for (const wide of ['prefecture', 'province', 'country', 'unknown'])
      expect(of(wide)).toBeGreaterThan(0.01);
    expect(incidents.some(({ place_id }) => place_id.includes('.'))).toBe(true);
    for (const { latitude, longitude } of incidents) expect(latitude === null).toBe(longitude === null);
  });

  it('takes some petitions elsewhere, and nothing but petitions', () => {
    const taken = incidents.filter(({ destination_place_id }) => destination_place_id !== null);
    expect(taken.every(({ type }) => type === 'petition')).toBe(true);
    expect(taken.every((one) => one.destination_place_id !== one.place_id)).toBe(true);
    expect(taken.filter((one) => one.destination_place_id === '110000').length).toBeGreaterThan(300);
    expect(new Set(taken.map((one) => one.destination_place_id)).size).toBeGreaterThan(100);
  });
});
