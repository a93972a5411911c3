import 'server-only';
import { database } from '@/lib/db/query';
import type { Locale } from '@/lib/i18n/locale';
import { dataVersion } from '@/lib/incidents/columns/queries';
import type { Known } from '@/lib/incidents/filters';
import { placeLabel } from '@/lib/places/lookup';
import { getPlaceTree } from '@/lib/places/queries';
import { type Names, sourceLabel } from './describe';
import type { Places } from './districts';
import { type DatasetInfo, listDatasetInfo, listSourceInfo, type SourceInfo } from './queries';

/** What filters and labels need to know of places, data sets and sources. */
export type Reference = {
  places: Places;
  datasets: DatasetInfo[];
  sources: ReadonlyMap<string, SourceInfo>;
  known: Known;
};

let kept: { version: number; until: number; reference: Promise<Reference> } | null = null;

/** Reads places, data sets and sources; kept in memory until the data change, and for a minute at most. */
export async function loadReference(): Promise<Reference> {
  const version = await dataVersion(database);
  if (kept && kept.version === version && kept.until > Date.now()) return kept.reference;
  const entry = { version, until: Date.now() + 60_000, reference: readReference() };
  kept = entry;
  entry.reference.catch(() => {
    if (kept === entry) kept = null;
  });
  return entry.reference;
}

async function readReference(): Promise<Reference> {
  const tree = await getPlaceTree();
  const datasets = await listDatasetInfo(database);
  const places = new Map(tree.map((place) => [place.id, place]));
  const sources = new Map((await listSourceInfo(database)).map((source) => [source.ref, source]));
  const slugs = new Set(datasets.map(({ slug }) => slug));
  return {
    places,
    datasets,
    sources,
    known: {
      dataset: (slug) => slugs.has(slug),
      place: (id) => places.has(id),
      source: (ref) => sources.has(ref),
    },
  };
}

/** Names of places and data sets in a language. */
export function namesIn({ places, datasets, sources }: Reference, locale: Locale): Names {
  return {
    dataset: (slug) => {
      const found = datasets.find((one) => one.slug === slug);
      return (locale === 'zh' ? found?.titleZh : null) ?? found?.title ?? slug;
    },
    source: (ref) => {
      const source = sources.get(ref);
      return source ? sourceLabel(source, locale) : ref;
    },
    place: (id) => {
      const place = places.get(id);
      return place ? placeLabel(place, locale) : id;
    },
  };
}
