import type { Locale } from '@/lib/i18n/locale';
import type { Counter } from '@/lib/incidents/counts/types';
import type { PlaceNode } from '@/lib/places/tree';
import type { CountedPage } from './counted-page';
import { countBase, countData, type Sight } from './counting';
import { factsOf, type SentFacts } from './facts';
import { type Reference, referenceOf } from './names';
import type { DatasetInfo, SourceInfo } from './queries';
import { parseSelection } from './request';
import { mostDots } from './series';
import { shownData } from './shown';
import { asksForDots } from './time';

/** What a browser is sent once to word its own counts, as plain data. */
export type SentReference = SentFacts & {
  places: Omit<PlaceNode, 'aliases'>[];
  datasets: DatasetInfo[];
  sources: SourceInfo[];
};

/** Counts the page of an address in a browser. Null = it has to be left to the server. */
export type PageCounter = (search: string, locale: Locale, origin: string) => Promise<CountedPage | null>;

/** Counts pages with a counter over the columns and what was sent beside them. */
export function pageCounter(counter: Counter, sent: SentReference): PageCounter {
  const reference: Reference = referenceOf({
    ...sent,
    places: sent.places.map((place) => ({ ...place, aliases: [] })),
  });
  const facts = factsOf(sent);
  return async (search, locale, origin) => {
    const { filters, view, ignored } = parseSelection(new URLSearchParams(search), reference.known);
    if (filters.q !== '') return null;
    const selection = { filters, view };
    const sight: Sight = { counter, facts, reference, locale, origin };
    const counted = await countBase(selection, sight);
    // Where nothing is left the page offers ways out, which the server counts.
    if (counted.totals.incidents === 0) return null;
    const data = await countData(selection, sight, counted);
    const shown = shownData(selection, data, sight);
    const byRecords = view.lane || (asksForDots(view) && shown.time.total <= mostDots);
    return { ...shown, time: byRecords ? null : shown.time, selection, ignored };
  };
}
