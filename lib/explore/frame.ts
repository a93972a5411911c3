import type { ChartFrame } from '@/lib/charts/types';
import { today } from '@/lib/dates/civil';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { sourceLabel } from './describe';
import type { Reference } from './names';

/** What all charts of one answer share. */
export type FrameBase = Pick<
  ChartFrame,
  'subtitle' | 'source' | 'n' | 'permalink' | 'madeOn' | 'synthetic' | 'locale'
>;

/** The sources of a selection in words, the newest by name: "Epoch Times, 22 Oct 2020 and 3 more". */
export function sourceLine(refs: readonly string[], sources: Reference['sources'], locale: Locale): string {
  const t = exploreMessages[locale].card;
  const newest = refs
    .flatMap((ref) => sources.get(ref) ?? [])
    .sort((a, b) => ((a.publishedOn ?? '') < (b.publishedOn ?? '') ? 1 : -1))
    .slice(0, 2);
  const named = newest.map((source) => sourceLabel(source, locale)).join('; ');
  const more = refs.length - newest.length;
  return t.source(
    named === '' ? t.noSource : more > 0 ? t.sourcesMore(named, formatNumber(more, locale)) : named,
  );
}

/** "n = 8 incidents". */
export function nLine(n: number, locale: Locale): string {
  return exploreMessages[locale].time.n(formatNumber(n, locale), n === 1);
}

/** What stands around one chart. */
export function frame(base: FrameBase, title: string, notes: string[]): ChartFrame {
  return { ...base, title, notes };
}

/** The frame's day: when the chart is made. */
export const madeToday = today;
