import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, isoWeekday } from '@/lib/dates/civil';
import { parseSeed, readSeedFiles } from '@/prisma/seed/load';
import { loadPlaces } from '@/prisma/seed/places';
import { longestQuote, type Seed } from '@/prisma/seed/schema';

let seed: Seed;

beforeAll(async () => {
  const { places } = loadPlaces();
  seed = parseSeed(await readSeedFiles(), new Set(places.map((place) => place.id)));
});

describe('the seed', () => {
  it('holds eight published incidents of one data set, each with one note', () => {
    expect(seed.datasets.map((dataset) => dataset.slug)).toEqual(['zhanjiang-log']);
    expect(seed.incidents).toHaveLength(8);
    for (const incident of seed.incidents) {
      expect(incident.status).toBe('published');
      expect(incident.sourceCategory).toBeNull();
      const notes = seed.directives.filter((row) => row.incidents.includes(`zj-${incident.externalId}`));
      expect(notes).toHaveLength(1);
    }
  });

  it('holds eight notes without a date and three policy documents', () => {
    const notes = seed.directives.filter((row) => row.kind === 'incident-note');
    expect(notes).toHaveLength(8);
    expect(notes.every((row) => row.issuedFrom === null)).toBe(true);
    expect(seed.directives.filter((row) => row.kind === 'policy-document')).toHaveLength(3);
  });

  it('gives weeks from Monday to Sunday, also across a month', () => {
    const weeks = seed.incidents.filter((row) => row.datePrecision === 'week');
    expect(weeks.map((row) => [row.startsOn, row.endsOn])).toEqual([
      ['2019-02-25', '2019-03-03'],
      ['2019-12-02', '2019-12-08'],
      ['2020-02-10', '2020-02-16'],
    ]);
    for (const row of weeks) {
      expect(isoWeekday(row.startsOn)).toBe(1);
      expect(row.endsOn).toBe(addDays(row.startsOn, 6));
    }
  });

  it('keeps bounds of size as bounds', () => {
    const sizes = Object.fromEntries(
      seed.incidents.map((row) => [row.externalId, [row.sizeMin, row.sizeMax, row.sizeApprox, row.sizeText]]),
    );
    expect(sizes['2019-02-25-a']).toEqual([null, 30, true, 'Close to 30 petitioners']);
    expect(sizes['2019-09-13-a']).toEqual([60, null, false, 'over 60 villagers']);
    expect(sizes['2020-03-11-a']).toEqual([70, null, false, 'over 70 store owners']);
    expect(sizes['2019-11-01-a']).toEqual([null, null, false, 'a group']);
    expect(sizes['2019-06-08-a']).toEqual([1, 1, false, 'a student']);
  });

  it('codes the slip in the name of the city, keeps it as printed and says so', () => {
    const incident = seed.incidents.find((row) => row.externalId === '2019-06-08-a');
    const claim = incident?.claims.find((one) => one.field === 'placeId');
    expect(incident?.placeId).toBe('440800');
    expect(incident?.codingNote).toContain('Zhenjiang');
    expect(claim).toMatchObject({ value: '440800', basis: 'inferred' });
    expect(claim?.printed).toContain('Zhenjiang');
    expect(claim?.note).toContain('Zhanjiang');
  });

  it('keeps origin and destination of the journey to Beijing apart', () => {
    const journeys = seed.incidents.filter((row) => row.destinationPlaceId !== null);
    expect(journeys.map((row) => [row.placeId, row.destinationPlaceId])).toEqual([['440800', '110000']]);
  });

  it('quotes a few words at a time', () => {
    const printed = [...seed.incidents, ...seed.directives].flatMap((row) =>
      row.claims.map((claim) => claim.printed),
    );
    for (const words of [...printed, ...seed.figures.map((row) => row.printed)])
      expect((words ?? '').split(/\s+/).length).toBeLessThanOrEqual(longestQuote);
  });

  it('keeps no full text of a source', () => {
    expect(seed.sources).toHaveLength(8);
    expect(seed.sources.every((source) => source.text === null)).toBe(true);
  });
});
