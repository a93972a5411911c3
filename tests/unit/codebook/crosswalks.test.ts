import { describe, expect, it } from 'vitest';
import { type Crosswalk, crosswalks } from '@/lib/codebook/crosswalks';
import { countingRules } from '@/lib/codebook/rules';
import { isCode, storedCodesOf } from '@/lib/codebook/vocabularies';
import { locales } from '@/lib/i18n/locale';

describe.each(Object.entries<Crosswalk>(crosswalks))('crosswalk %s', (_, crosswalk) => {
  it('leads to codes of ours', () => {
    for (const ours of Object.values(crosswalk.toOurs))
      expect(isCode(crosswalk.vocabulary, ours), ours).toBe(true);
  });

  it('answers for every code that a record may hold, with a code that the other project has', () => {
    expect(Object.keys(crosswalk.toTheirs).sort()).toEqual(storedCodesOf(crosswalk.vocabulary).sort());
    for (const theirs of Object.values(crosswalk.toTheirs))
      if (theirs !== null) expect(Object.keys(crosswalk.toOurs)).toContain(theirs);
  });
});

describe('crosswalks of dates', () => {
  it('lead back to where they came from', () => {
    for (const { toOurs, toTheirs } of [
      crosswalks.acledTimePrecision,
      crosswalks.ucdpDatePrecision,
    ] as Crosswalk[])
      for (const [theirs, ours] of Object.entries(toOurs)) expect(toTheirs[ours]).toBe(theirs);
  });
});

describe('counting rules', () => {
  it('are numbered from one to nine and told in both languages', () => {
    expect(countingRules.map((rule) => rule.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const rule of countingRules)
      for (const locale of locales) expect(rule.text[locale].length).toBeGreaterThan(20);
  });
});
