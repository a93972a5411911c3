import 'server-only';
import { database } from '@/lib/db/query';
import type { Locale } from '@/lib/i18n/locale';
import type { Known } from '@/lib/incidents/filters';
import { placeLabel } from '@/lib/places/lookup';
import { getPlaceTree } from '@/lib/places/queries';
import type { Names } from './describe';
import type { Places } from './districts';
import { type DatasetInfo, listDatasetInfo } from './queries';

/** What filters and labels need to know of places and data sets. */
export type Reference = { places: Places; datasets: DatasetInfo[]; known: Known };

/** Reads places (kept in memory for a minute) and data sets. */
export async function loadReference(): Promise<Reference> {
  const tree = await getPlaceTree();
  const datasets = await listDatasetInfo(database);
  const places = new Map(tree.map((place) => [place.id, place]));
  const slugs = new Set(datasets.map(({ slug }) => slug));
  return {
    places,
    datasets,
    known: { dataset: (slug) => slugs.has(slug), place: (id) => places.has(id) },
  };
}

/** Names of places and data sets in a language. */
export function namesIn({ places, datasets }: Reference, locale: Locale): Names {
  return {
    dataset: (slug) => {
      const found = datasets.find((one) => one.slug === slug);
      return (locale === 'zh' ? found?.titleZh : null) ?? found?.title ?? slug;
    },
    place: (id) => {
      const place = places.get(id);
      return place ? placeLabel(place, locale) : id;
    },
  };
}
