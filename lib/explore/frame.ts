import type { ChartFrame } from '@/lib/charts/types';
import { today } from '@/lib/dates/civil';
import { formatDay } from '@/lib/dates/format';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import type { listSourcesOf } from '@/lib/incidents/queries';

/** What all charts of one answer share. */
export type FrameBase = Pick<
  ChartFrame,
  'subtitle' | 'source' | 'n' | 'permalink' | 'madeOn' | 'synthetic' | 'locale'
>;

/** The sources of a selection in words: "Epoch Times, 22 Oct 2020 and 3 more". */
export function sourceLine(of: Awaited<ReturnType<typeof listSourcesOf>>, locale: Locale): string {
  const t = exploreMessages[locale].card;
  const named = of.sources
    .map(({ outlet, publishedOn }) => (publishedOn ? `${outlet}, ${formatDay(publishedOn, locale)}` : outlet))
    .join('; ');
  const more = of.total - of.sources.length;
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
