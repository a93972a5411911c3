import type { Locale } from '../locale';

/** The words of the controls that start a comparison; all others are in compare-en and compare-zh, which are fetched with it. */
export type CompareActs = {
  label: string;
  pin: string;
  pinHint: string;
  yearBefore: string;
  yearBeforeHint: string;
  loading: string;
};

const en: CompareActs = {
  label: 'Compare',
  pin: 'Pin as A',
  pinHint: 'Keeps this selection as A. Then change the filter to make B.',
  yearBefore: 'Compare with a year before',
  yearBeforeHint: 'Holds this selection against the same dates one year earlier.',
  loading: 'Fetching the comparison …',
};

const zh: CompareActs = {
  label: '比较',
  pin: '固定为 A',
  pinHint: '将当前筛选固定为 A，然后更改筛选得到 B。',
  yearBefore: '与上年同期比较',
  yearBeforeHint: '将当前筛选与一年前的同一时段比较。',
  loading: '正在读取比较……',
};

/** Those words by language. */
export const compareActs: Record<Locale, CompareActs> = { en, zh };
