import { describe, expect, test } from 'vitest';
import { paletteGroups } from '@/components/commands/palette-items';

const wuchuan = { id: '440883', label: 'Wuchuan', within: 'Zhanjiang, Guangdong' };
const groups = (text: string, locale: 'en' | 'zh' = 'en', imports = false) =>
  paletteGroups({
    locale,
    text,
    available: ['search', 'export', 'help'],
    filters: ['Type', 'Place'],
    imports,
    places: text === '' ? [] : [wuchuan],
  });
const labels = (text: string, id: string, locale: 'en' | 'zh' = 'en') =>
  groups(text, locale)
    .find((group) => group.id === id)
    ?.items.map(({ label }) => label);

describe('the command palette', () => {
  test('shows everything but places and searches before anything is typed', () => {
    expect(groups('').map(({ id }) => id)).toEqual(['commands', 'filters', 'pages', 'settings']);
    expect(labels('', 'filters')).toEqual(['Filter: Type', 'Filter: Place']);
    expect(labels('', 'pages')).toContain('Saved views');
  });

  test('finds entries by their words, in any order and in either language', () => {
    expect(labels('theme dark', 'settings')).toEqual(['Theme: Dark']);
    expect(labels('dark THEME', 'settings')).toEqual(['Theme: Dark']);
    expect(labels('批示', 'pages')).toEqual(['Directives']);
    expect(labels('directives', 'pages', 'zh')).toEqual(['批示']);
    expect(labels('中文', 'settings')).toEqual(['Language: 中文']);
  });

  test('offers the page of imports to those who may import, and to nobody else', () => {
    const pagesFor = (imports: boolean, locale: 'en' | 'zh' = 'en') =>
      groups('import', locale, imports).find(({ id }) => id === 'pages')?.items;
    expect(pagesFor(true)).toMatchObject([{ label: 'Import files', act: { go: '/data/import' } }]);
    expect(pagesFor(true, 'zh')).toMatchObject([{ label: '导入文件' }]);
    expect(pagesFor(false)).toBeUndefined();
  });

  test('puts places last, so that what is chosen stays when they come', () => {
    expect(groups('wuchuan').map(({ id }) => id)).toEqual(['search', 'places']);
    expect(groups('wuchuan')[1]?.items).toEqual([
      {
        id: 'place-440883',
        label: 'Incidents in Wuchuan',
        hint: 'Zhanjiang, Guangdong',
        act: { go: '/?place=440883' },
      },
    ]);
  });

  test('searches for what is typed, whatever it is', () => {
    expect(groups('a&b #1')[0]?.items.map(({ act }) => act)).toEqual([
      { go: '/incidents?q=a%26b%20%231' },
      { go: '/?q=a%26b%20%231' },
    ]);
  });

  test('gives each entry a name of its own', () => {
    const ids = groups('e').flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
