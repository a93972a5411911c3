import type { ComparedBucket, ComparedCount } from '@/lib/charts/types-comparison';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';

/** The name of a pair of buckets for screen readers. */
export function nameOf({ label, a, b }: ComparedBucket, locale: Locale): string {
  const t = compareMessages[locale];
  return a || b ? pairName(b, a, locale) : `${label}${t.comma}${t.noData}`;
}

/** The same from the counts of both sides, either of which may be absent. */
export function pairName(b: ComparedCount | null, a: ComparedCount | null, locale: Locale): string {
  const t = compareMessages[locale];
  const side = (name: string, count: ComparedCount | null) =>
    count && t.pairSide(name, count.label, formatNumber(count.count, locale));
  const [first, second] = [side(t.sides.b, b), side(t.sides.a, a)];
  return first && second ? t.pair(first, second) : (first ?? second ?? t.noData);
}
