import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import type { Interval } from '@/lib/statistics/intervals';
import { type Change, ratioWord } from './change';

/** What the ratios of a change table are of. */
export type CompareMeasure = 'rate' | 'share';

/** A positive number with about three figures that count: 1,234, 12.3, 0.0123. */
export function threeFigures(value: number, locale: Locale): string {
  if (value === 0) return '0';
  const digits = Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return formatNumber(value, locale, digits);
}

/** A ratio with its interval: "1.42 (1.21 to 1.66)". */
export function ratioText({ value, low, high }: Interval, locale: Locale): string {
  const text = (ratio: number) => formatNumber(ratio, locale, ratio < 10 ? 2 : ratio < 100 ? 1 : 0);
  return compareMessages[locale].times(text(value), text(low), text(high));
}

/** How large a change is, and whether it may be chance, as where the interval holds 1: "large increase", "decrease, may be chance". */
export function changeText(ratio: Interval, locale: Locale): string {
  const t = compareMessages[locale];
  const { change, sure } = ratioWord(ratio);
  return sure ? t.changes[change] : t.changes[change] + t.comma + t.mayBeChance;
}

/** A share as a percentage: "12.3 %". */
export function shareText(share: number, locale: Locale): string {
  return compareMessages[locale].percent(formatNumber(100 * share, locale, 1));
}

/** A difference of shares in percentage points, with its sign and its interval: "+2.1 (+0.4 to +3.8)". */
export function pointsText({ value, low, high }: Interval, locale: Locale): string {
  const text = (points: number) => {
    const rounded = Math.round(1000 * points) / 10 + 0;
    const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
    return sign + formatNumber(Math.abs(rounded), locale, 1);
  };
  return compareMessages[locale].range(text(value), text(low), text(high));
}

/** The ratio that a measure stands for; null = there is none. */
export function ratioOf(change: Change | null, measure: CompareMeasure): Interval | null {
  return change && (measure === 'rate' ? change.rates : change.shares);
}
