import { describe, expect, test } from 'vitest';
import { newDataset } from '@/lib/imports/plan';
import { findPreset } from '@/lib/imports/presets/presets';
import { readAddress } from '@/lib/imports/public/address';
import { catalogue, findPublicData } from '@/lib/imports/public/catalogue';
import { usualLimits } from '@/lib/imports/public/download';
import { readSources } from '@/scripts/imports/modules';

describe.each(catalogue)('$name', (entry) => {
  test('is whole, and what it names is there', () => {
    expect(findPublicData(entry.name)).toBe(entry);
    expect(findPreset(entry.preset)?.id).toBe(entry.preset);
    expect(readAddress(entry.address).protocol).toBe('https:');
    expect(entry.fileName).toMatch(/^[\w.-]+\.(csv|zip)$/);
    expect(entry.page).toMatch(/^https?:\/\//);
    if (entry.sha256 !== null) expect(entry.sha256).toMatch(/^[0-9a-f]{64}$/);
    if (entry.bytes !== null) expect(entry.bytes).toBeLessThan(usualLimits.bytes);
    for (const words of [entry.title, entry.note])
      for (const text of [words.en, words.zh]) expect(text.trim()).not.toBe('');
  });

  test('can be made as a data set with its licence and citation', () => {
    const { licence, citation, redistributable, dataset: slug } = entry;
    const made = { ...findPreset(entry.preset)?.dataset, slug, licence, citation, redistributable };
    expect(newDataset.parse(made)).toMatchObject({ slug, licence, citation, redistributable });
  });
});

test('names are theirs alone, and one that there is not is answered with those that there are', () => {
  const names = catalogue.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(() => findPublicData('acled')).toThrow(`There are: ${names.join(', ')}.`);
});

test('the app itself fetches nothing: only the command knows what fetches', () => {
  const taking = /['"][^'"]*\bpublic\/(address|catalogue|download|faults|fetch|import|line)['"]/;
  const knowing = [...readSources()].filter(([, text]) => taking.test(text)).map(([path]) => path);
  expect(knowing).toContain('scripts/data.ts');
  expect(knowing.filter((path) => !/^(scripts|tests)\//.test(path))).toEqual([]);
});
