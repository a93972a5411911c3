import type { Locale } from '@/lib/i18n/locale';
import type { Known } from '@/lib/incidents/filters';
import { placeLabel } from '@/lib/places/lookup';
import type { PlaceNode } from '@/lib/places/tree';
import { type Names, sourceLabel } from './describe';
import type { Places } from './districts';
import type { DatasetInfo, SourceInfo } from './queries';

/** What filters and labels need to know of places, data sets and sources. */
export type Reference = {
  places: Places;
  datasets: DatasetInfo[];
  sources: ReadonlyMap<string, SourceInfo>;
  known: Known;
};

/** A reference from lists in order. Pure. */
export function referenceOf(lists: {
  places: readonly PlaceNode[];
  datasets: DatasetInfo[];
  sources: readonly SourceInfo[];
}): Reference {
  const { datasets } = lists;
  const places = new Map(lists.places.map((place) => [place.id, place]));
  const sources = new Map(lists.sources.map((source) => [source.ref, source]));
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
