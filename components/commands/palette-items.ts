import { type Added, namesFilter, withAdded } from '@/lib/explore/added';
import type { Locale } from '@/lib/i18n/locale';
import { commandMessages } from '@/lib/i18n/messages/commands';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { savedMessages } from '@/lib/i18n/messages/saved';
import { type Theme, themes } from '@/lib/i18n/theme';
import { fittingValues } from './palette-values';
import { type CommandId, singleKeys } from './shortcuts';

/** What an entry of the palette does. */
export type PaletteAct =
  | { go: string }
  | { command: CommandId }
  | { filter: number }
  | { theme: Theme }
  | { language: Locale };

export type PaletteItem = {
  id: string;
  label: string;
  /** What stands at its right: its key, or where it lies; '' = nothing. */
  hint: string;
  act: PaletteAct;
};

export type PaletteGroup = { id: string; label: string; items: PaletteItem[] };

/** A place as `/places.json` gives it. */
export type FoundPlace = { id: string; label: string; within: string };

/** A page with a filter that what is chosen is added to. */
export type PresentFilter = { path: string; search: string };

/** The pages with a filter. */
const filtered: readonly string[] = ['/', '/incidents'];

/** The filter of the page at an address; null = the page has none. Pure. */
export function presentFilter({
  pathname,
  search,
}: Pick<Location, 'pathname' | 'search'>): PresentFilter | null {
  return filtered.includes(pathname) ? { path: pathname, search } : null;
}

type Given = {
  locale: Locale;
  /** What is typed, without blanks around it. */
  text: string;
  /** The commands that the page has. */
  available: readonly CommandId[];
  /** What the filter buttons of the page say, in order. */
  filters: readonly string[];
  places: readonly FoundPlace[];
  /** The page, where it has a filter: its path and its query string; null = it has none. */
  present: PresentFilter | null;
  /** Whether the reader may import files; to others there is no such page. */
  imports: boolean;
};

const pages = ['explore', 'incidents', 'directives', 'sources', 'data', 'codebook'] as const;
const languages: readonly [Locale, string][] = [
  ['en', 'English'],
  ['zh', '中文'],
];

/** The entries that fit what is typed, in groups; words are found in either language. Pure. */
export function paletteGroups(given: Given): PaletteGroup[] {
  const { locale, text, available, filters, places, present, imports } = given;
  const { palette } = commandMessages[locale];
  const group = (id: keyof typeof palette.groups, items: PaletteItem[]) => ({
    id,
    label: palette.groups[id],
    items,
  });
  const fitting = (all: (PaletteItem & { words?: string })[]) =>
    all
      .filter((item) => fits(`${item.label} ${item.words ?? ''}`, text))
      .map(({ words: _, ...item }) => item);
  return [
    group('commands', fitting(commandItems(locale, available))),
    group(
      'filters',
      fitting(
        filters.map((name, at) => ({
          id: `filter-${at}`,
          label: palette.filter(name),
          hint: '',
          act: { filter: at },
        })),
      ),
    ),
    group('pages', fitting(pageItems(locale, imports))),
    group('settings', fitting(settingItems(locale))),
    group('search', text === '' ? [] : searchItems(locale, text, present)),
    group('values', valueItems(locale, text, present)),
    // Places come later, by a request of their own: nothing that is chosen already moves when they do.
    group(
      'places',
      places.map((place) => ({
        id: `place-${place.id}`,
        label: palette.place(place.label),
        hint: place.within,
        act: { go: addressOf(present, { key: 'place', value: place.id }) },
      })),
    ),
  ].filter(({ items }) => items.length > 0);
}

/** Whether every word that is typed occurs. */
function fits(label: string, text: string): boolean {
  const within = label.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}

const inBoth = (say: (locale: Locale) => string) => `${say('en')} ${say('zh')}`;

function commandItems(locale: Locale, available: readonly CommandId[]): (PaletteItem & { words: string })[] {
  return available.map((id) => ({
    id: `command-${id}`,
    label: commandMessages[locale].names[id],
    words: inBoth((language) => commandMessages[language].names[id]),
    hint: singleKeys.find((one) => one.id === id)?.key ?? '',
    act: { command: id },
  }));
}

function pageItems(locale: Locale, mayImport: boolean): (PaletteItem & { words: string })[] {
  const named = pages.map((page) => ({
    id: `page-${page}`,
    label: layoutMessages[locale].nav[page],
    words: inBoth((language) => layoutMessages[language].nav[page]),
    hint: page === 'explore' ? '/' : `/${page}`,
    act: { go: page === 'explore' ? '/' : `/${page}` },
  }));
  const saved = {
    id: 'page-views',
    label: savedMessages[locale].title,
    words: inBoth((language) => savedMessages[language].title),
    hint: '/views',
    act: { go: '/views' },
  };
  const imports = {
    id: 'page-import',
    label: commandMessages[locale].palette.import,
    words: inBoth((language) => commandMessages[language].palette.import),
    hint: '/data/import',
    act: { go: '/data/import' },
  };
  return [...named, saved, ...(mayImport ? [imports] : [])];
}

function settingItems(locale: Locale): (PaletteItem & { words: string })[] {
  const { palette } = commandMessages[locale];
  return [
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      label: palette.theme(layoutMessages[locale].theme[theme]),
      words: inBoth((language) =>
        commandMessages[language].palette.theme(layoutMessages[language].theme[theme]),
      ),
      hint: '',
      act: { theme },
    })),
    ...languages
      .filter(([language]) => language !== locale)
      .map(([language, name]) => ({
        id: `language-${language}`,
        label: palette.language(name),
        words: inBoth(
          (other) =>
            `${commandMessages[other].palette.language(name)} ${commandMessages[other].palette.languages[language]}`,
        ),
        hint: '',
        act: { language },
      })),
  ];
}

function searchItems(locale: Locale, text: string, present: PresentFilter | null): PaletteItem[] {
  const { palette } = commandMessages[locale];
  const item = (id: string, label: string, path: string): PaletteItem => ({
    id,
    label,
    hint: addedHint(locale, present),
    act: { go: addressOf(present, { q: text }, path) },
  });
  return [
    item('search-incidents', palette.incidents(text), '/incidents'),
    item('search-explore', palette.explore(text), '/'),
  ];
}

function valueItems(locale: Locale, text: string, present: PresentFilter | null): PaletteItem[] {
  return fittingValues(text, locale).map(({ key, code, label, broader }) => ({
    id: `value-${key}-${code}`,
    label,
    hint: broader || addedHint(locale, present),
    act: { go: addressOf(present, { key, value: code }) },
  }));
}

/** The present filter with something added, on its page or another; without one, that alone on Explore. */
function addressOf(present: PresentFilter | null, added: Added, path = present?.path ?? '/'): string {
  return path + withAdded(present?.search ?? '', added);
}

const addedHint = (locale: Locale, present: PresentFilter | null) =>
  present && namesFilter(present.search) ? commandMessages[locale].palette.added : '';
