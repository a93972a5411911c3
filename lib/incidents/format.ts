import { formatNumber, type Locale } from '@/lib/i18n/locale';

/** The size of an incident as coded: bounds, not a number. Null = not reported. */
export type Size = {
  sizeMin: number | null;
  sizeMax: number | null;
  sizeApprox: boolean;
  sizeText: string | null;
};

type Words = {
  notReported: string;
  noNumber: (text: string) => string;
  exactly: (n: string) => string;
  atLeast: (n: string) => string;
  atMost: (n: string) => string;
  /** What stands before and after an approximate number. */
  about: readonly [before: string, after: string];
};

const words: Record<Locale, Record<'long' | 'short', Words>> = {
  en: {
    long: {
      notReported: 'not reported',
      noNumber: (text) => `“${text}”, no number`,
      exactly: (n) => n,
      atLeast: (n) => `${n} or more`,
      atMost: (n) => `at most ${n}`,
      about: ['', ', approximately'],
    },
    short: {
      notReported: 'not reported',
      noNumber: (text) => `${text} (no number)`,
      exactly: (n) => n,
      atLeast: (n) => `${n}+`,
      atMost: (n) => `≤ ${n}`,
      about: ['', ' approx.'],
    },
  },
  zh: {
    long: {
      notReported: '未报告',
      noNumber: (text) => `“${text}”，无人数`,
      exactly: (n) => `${n}人`,
      atLeast: (n) => `${n}人以上`,
      atMost: (n) => `至多${n}人`,
      about: ['约', ''],
    },
    short: {
      notReported: '未报告',
      noNumber: (text) => `${text}（无人数）`,
      exactly: (n) => n,
      atLeast: (n) => `${n}+`,
      atMost: (n) => `≤ ${n}`,
      about: ['约', ''],
    },
  },
};

/**
 * Participants in words. `long` for records: "60 or more", "at most 30, approximately", "300–500", "1",
 * "not reported". `short` for tables: "60+", "≤ 30 approx.", "a group (no number)".
 */
export function formatSize(size: Size, locale: Locale, form: 'long' | 'short' = 'long'): string {
  const { notReported, noNumber, exactly, atLeast, atMost, about } = words[locale][form];
  const { sizeMin, sizeMax, sizeApprox, sizeText } = size;
  const [before, after] = sizeApprox ? about : ['', ''];
  const number = (value: number) => formatNumber(value, locale);
  if (sizeMin !== null && sizeMax !== null) {
    const run = sizeMin === sizeMax ? number(sizeMin) : `${number(sizeMin)}–${number(sizeMax)}`;
    return exactly(before + run) + after;
  }
  if (sizeMin !== null) return atLeast(before + number(sizeMin)) + after;
  if (sizeMax !== null) return atMost(before + number(sizeMax)) + after;
  return sizeText === null ? notReported : noNumber(sizeText);
}
