import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { storedCodesOf, type VocabularyName } from '@/lib/codebook/vocabularies';
import { spanProblem } from '@/lib/dates/span-problem';
import { datasetId, incidentId, recordId } from '@/lib/ids';
import { demoCoverage } from '@/prisma/demo/calendar';
import { type DemoRecord, type DemoWorld, demoRecord } from '@/prisma/demo/generate';
import { longestDemoTitle } from '@/prisma/demo/titles';
import { longestQuote } from '@/prisma/seed/schema';
import { recordsOf, worldOf } from './world';

let world: DemoWorld;
let records: DemoRecord[];

beforeAll(async () => {
  world = await worldOf(1);
  records = recordsOf(world, 20_000);
});

const hash = (made: unknown) => createHash('sha256').update(JSON.stringify(made)).digest('hex');
const share = (keeps: (record: DemoRecord) => boolean) => records.filter(keeps).length / records.length;

describe('the demo generator', () => {
  it('makes the same bytes for the same seed, and others for another', async () => {
    const again = recordsOf(await worldOf(1), 2_000);
    expect(hash(again)).toBe(hash(records.slice(0, 2_000)));
    expect(hash(recordsOf(await worldOf(2), 2_000))).not.toBe(hash(again));
  });

  it('makes an incident from its number alone, in whatever order they are made', () => {
    expect(demoRecord(world, 15_000)).toEqual(records[14_999]);
    expect(demoRecord(world, 9_999_999).incident.ref).toBe('demo-09999999');
  });

  it('gives ids by the rules of the database, each once', () => {
    const ids = new Set(records.map(({ incident }) => incident.id));
    expect(ids.size).toBe(records.length);
    const { incident } = demoRecord(world, 7);
    expect(incident.id).toBe(incidentId(datasetId('demo'), '00000007'));
    expect(incident.ref).toBe('demo-00000007');
    const directives = records.flatMap((record) => record.directives);
    for (const { id, ref } of directives) expect(id).toBe(recordId('directive', ref));
    expect(new Set(directives.map(({ ref }) => ref)).size).toBe(directives.length);
  });

  it.each<[VocabularyName, (record: DemoRecord) => (string | null)[]]>([
    ['type', ({ incident }) => [incident.type]],
    ['issue', ({ incident }) => incident.issues],
    ['group', ({ incident }) => incident.groups],
    ['form', ({ incident }) => incident.forms],
    ['target', ({ incident }) => incident.targets],
    ['response', ({ responses }) => responses.map(({ kind }) => kind)],
    ['datePrecision', ({ incident }) => [incident.date_precision]],
    ['dayPart', ({ incident }) => [incident.day_part]],
    ['placePrecision', ({ incident }) => [incident.place_precision]],
    ['status', ({ incident }) => [incident.status]],
    ['order', ({ directives }) => directives.flatMap(({ orders }) => orders)],
    ['office', ({ directives }) => directives.map((one) => one.issuer_office)],
    ['directiveKind', ({ directives }) => directives.map(({ kind }) => kind)],
    ['basis', ({ claims }) => claims.map(({ basis }) => basis)],
  ])('uses every code of %s, and no other', (name, codes) => {
    const used = new Set(records.flatMap(codes).filter((code) => code !== null));
    expect([...used].sort()).toEqual([...storedCodesOf(name)].sort());
  });

  it('leaves values unknown as well: empty lists, no size, no directive', () => {
    for (const key of ['issues', 'groups', 'forms', 'targets'] as const)
      expect(share(({ incident }) => incident[key].length === 0)).toBeGreaterThan(0.04);
    expect(share(({ incident }) => incident.size_min === null && incident.size_max === null)).toBeCloseTo(
      0.4,
      1,
    );
    expect(share(({ responses }) => responses.length === 0)).toBeCloseTo(0.4, 1);
    expect(share(({ incident }) => incident.source_category === null)).toBeCloseTo(0.65, 1);
    expect(share(({ directives }) => directives.some(({ kind }) => kind === 'incident-note'))).toBeCloseTo(
      0.08,
      2,
    );
    expect(share(({ incident }) => incident.status === 'published')).toBeCloseTo(0.98, 2);
    const directives = records.flatMap((record) => record.directives);
    expect(directives.some(({ issued_from }) => issued_from === null)).toBe(true);
    expect(directives.some(({ incidents }) => incidents.length === 0)).toBe(true);
  });

  it('gives spans that fit their precision and lie within the coverage', () => {
    for (const { incident, directives } of records) {
      expect(spanProblem(incident.starts_on, incident.ends_on, incident.date_precision)).toBeNull();
      expect(incident.starts_on >= demoCoverage.from && incident.ends_on <= demoCoverage.to).toBe(true);
      for (const { issued_from, issued_to, issued_precision } of directives)
        if (issued_from && issued_to && issued_precision)
          expect(spanProblem(issued_from, issued_to, issued_precision)).toBeNull();
        else expect([issued_from, issued_to, issued_precision]).toEqual([null, null, null]);
    }
  });

  it('gives sizes of every class and every manner, with bounds in order', () => {
    const sizes = records.map(({ incident }) => incident);
    for (const { size_min, size_max } of sizes) {
      if (size_min !== null) expect(size_min).toBeGreaterThan(0);
      if (size_min !== null && size_max !== null) expect(size_min).toBeLessThanOrEqual(size_max);
    }
    for (const least of [1, 2, 10, 50, 100, 500, 1_000, 2_000, 5_000, 10_000])
      expect(sizes.some(({ size_min }) => (size_min ?? 0) >= least && (size_min ?? 0) < least * 2.6)).toBe(
        true,
      );
    expect(sizes.some(({ size_min, size_max }) => size_min !== null && size_max === null)).toBe(true);
    expect(sizes.some(({ size_min, size_max }) => size_min === null && size_max !== null)).toBe(true);
    expect(sizes.some(({ size_approx }) => size_approx)).toBe(true);
    expect(sizes.some(({ size_min, size_text }) => size_min === null && size_text === 'a group')).toBe(true);
  });

  it('marks every title as made up, and goes to the limit of their length and not beyond', () => {
    const titles = records.map(({ incident }) => incident.title);
    const zh = records.flatMap(({ incident }) => incident.title_zh ?? []);
    expect(titles.every((title) => title.endsWith(' (synthetic)'))).toBe(true);
    expect(zh.every((title) => title.endsWith('（虚构）'))).toBe(true);
    expect(zh.length / titles.length).toBeCloseTo(0.7, 1);
    expect(Math.max(...titles.map(({ length }) => length))).toBeLessThanOrEqual(longestDemoTitle);
    expect(Math.max(...titles.map(({ length }) => length))).toBeGreaterThan(longestDemoTitle - 12);
    expect(Math.max(...zh.map(({ length }) => length))).toBeGreaterThan(100);
    for (const { incident, directives } of records) {
      expect(incident.summary).toContain('Made up');
      for (const { title, summary } of directives) {
        expect(title).toContain('(synthetic)');
        expect(summary).toContain('Made up');
      }
    }
  });

  it('says in every source that it is invented', () => {
    const sources = [...world.sources.dated, ...world.sources.undated];
    expect(sources).toHaveLength(60);
    expect(new Set(sources.map(({ ref }) => ref)).size).toBe(60);
    for (const { outlet, headline, headline_zh } of sources) {
      expect(outlet).toContain('(synthetic)');
      expect(headline).toContain('(synthetic)');
      expect(headline_zh).toContain('虚构');
    }
    expect(new Set(sources.map(({ kind }) => kind)).size).toBe(storedCodesOf('sourceKind').length);
  });

  it('rests about two values of an incident on sources that came after it, in few and invented words', () => {
    const days = new Map(world.sources.dated.map(({ id, published_on }) => [id, published_on]));
    let claims = 0;
    for (const { incident, claims: evidence } of records) {
      claims += evidence.length;
      for (const { field, value, followed, source_id, printed } of evidence) {
        const day = days.get(source_id);
        if (day) expect(day > incident.ends_on).toBe(true);
        if (printed) expect(printed.split(' ').length).toBeLessThanOrEqual(longestQuote);
        if (printed) expect(printed).toContain('invented');
        if (followed && field === 'startsOn') expect(value).toBe(incident.starts_on);
      }
    }
    expect(claims / records.length).toBeCloseTo(2, 0);
    expect(records.some((record) => record.claims.some(({ followed }) => !followed))).toBe(true);
  });
});
