import { describe, expect, test } from 'vitest';
import { type PresentFilter, paletteGroups, presentFilter } from '@/components/commands/palette-items';

const wuchuan = { id: '440883', label: 'Wuchuan', within: 'Zhanjiang, Guangdong' };
const groups = (
  text: string,
  locale: 'en' | 'zh' = 'en',
  { imports = false, present = null }: { imports?: boolean; present?: PresentFilter | null } = {},
) =>
  paletteGroups({
    locale,
    text,
    available: ['search', 'export', 'help'],
    filters: ['Type', 'Place'],
    imports,
    present,
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
      groups('import', locale, { imports }).find(({ id }) => id === 'pages')?.items;
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
      { go: '/incidents?q=a%26b+%231' },
      { go: '/?q=a%26b+%231' },
    ]);
  });

  test('finds the other language by its name in either', () => {
    for (const word of ['英文', '英语', 'English'])
      expect(labels(word, 'settings', 'zh'), word).toEqual(['语言：English']);
    for (const word of ['Chinese', '中文', '汉语'])
      expect(labels(word, 'settings'), word).toEqual(['Language: 中文']);
  });

  test('adds words and places to the filter of the page, and keeps the view', () => {
    const search = '?dataset=demo&type=strike&place=110000&from=2019&by=month&page=3&record=zj-1&view=abc';
    const acts = (id: string, path: string) =>
      groups('湛江', 'en', { present: { path, search } })
        .find((group) => group.id === id)
        ?.items.map(({ act }) => act);
    expect(acts('search', '/')).toEqual([
      { go: '/incidents?dataset=demo&place=110000&type=strike&from=2019&q=%E6%B9%9B%E6%B1%9F&by=month' },
      { go: '/?dataset=demo&place=110000&type=strike&from=2019&q=%E6%B9%9B%E6%B1%9F&by=month' },
    ]);
    expect(acts('places', '/incidents')).toEqual([
      { go: '/incidents?dataset=demo&place=110000~440883&type=strike&from=2019&by=month' },
    ]);
  });

  test('says where something is added to a filter', () => {
    const hint = (search: string) =>
      groups('strike', 'en', { present: { path: '/', search } }).find(({ id }) => id === 'search')?.items[0]
        ?.hint;
    expect(hint('?dataset=demo')).toBe('added to the present filter');
    expect(hint('?by=month')).toBe('');
  });

  test('knows the pages with a filter', () => {
    expect(presentFilter({ pathname: '/incidents', search: '?q=a' })).toEqual({
      path: '/incidents',
      search: '?q=a',
    });
    expect(presentFilter({ pathname: '/incidents/zj-1', search: '?type=strike' })).toBeNull();
    expect(presentFilter({ pathname: '/sources', search: '' })).toBeNull();
  });

  test('offers values of filters by label in either language and by code, the closest first', () => {
    expect(labels('罢工', 'values')?.[0]).toBe('Type: Strike');
    expect(labels('strike', 'values', 'zh')?.[0]).toBe('类型：罢工');
    expect(labels('wage-arrears', 'values')).toEqual(['Issue: Wage arrears']);
    expect(labels('type strike', 'values')).toEqual(['Type: Strike']);
    expect(labels('s', 'values')).toBeUndefined();
    expect(labels('', 'values')).toBeUndefined();
    expect(labels('in', 'values')?.length).toBeLessThanOrEqual(8);
  });

  test('puts a value into the present filter, also one that it left out', () => {
    const first = (search: string | null) =>
      groups('strike', 'en', { present: search === null ? null : { path: '/incidents', search } }).find(
        ({ id }) => id === 'values',
      )?.items[0]?.act;
    expect(first(null)).toEqual({ go: '/?type=strike' });
    expect(first('?type=petition&issue=land&sort=title')).toEqual({
      go: '/incidents?type=petition~strike&issue=land&sort=title',
    });
    expect(first('?type=!strike')).toEqual({ go: '/incidents?type=strike' });
  });

  test('gives each entry a name of its own', () => {
    const ids = groups('e').flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
