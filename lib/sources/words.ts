import { formatDay, formatRange } from '@/lib/dates/format';
import { formatExact, type Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { ReportedFigure, SourceRow } from './types';

/** What rests on a source: "8 incidents, 9 directives, 4 figures"; null = nothing. */
export function restsInWords(
  { incidents, directives, figures }: Pick<SourceRow, 'incidents' | 'directives' | 'figures'>,
  locale: Locale,
): string | null {
  const words = recordMessages[locale];
  const parts = [
    ...(incidents > 0 ? [words.incidents(incidents)] : []),
    ...(directives > 0 ? [words.directives(directives)] : []),
    ...(figures > 0 ? [words.figures(figures)] : []),
  ];
  return parts.length === 0 ? null : parts.join(locale === 'zh' ? '，' : ', ');
}

const bounds: Record<Locale, Record<string, (value: string) => string>> = {
  en: {
    'at-least': (value) => `at least ${value}`,
    'at-most': (value) => `at most ${value}`,
    about: (value) => `about ${value}`,
  },
  zh: {
    'at-least': (value) => `至少${value}`,
    'at-most': (value) => `至多${value}`,
    about: (value) => `约${value}`,
  },
};

/** A reported figure with its bound and unit: "at least 1,000,000 people", "66.55 %". */
export function figureInWords(
  { value, bound, unit }: Pick<ReportedFigure, 'value' | 'bound' | 'unit'>,
  locale: Locale,
): string {
  const number = formatExact(value, locale, 4);
  const name = recordMessages[locale].figure.unit[unit] ?? unit;
  const joint = locale === 'zh' && name !== '%' ? '' : ' ';
  const plain = `${number}${joint}${name}`;
  return bounds[locale][bound]?.(plain) ?? plain;
}

/** The period of a figure in words; null = not said. */
export function figurePeriod(
  { from, to }: Pick<ReportedFigure, 'from' | 'to'>,
  locale: Locale,
): string | null {
  const words = recordMessages[locale].figure;
  if (from !== null && to !== null) return formatRange(from, to, locale);
  if (from !== null) return words.from(formatDay(from, locale));
  return to === null ? null : words.to(formatDay(to, locale));
}
