import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { findPlaces, type MatchedBy } from '../lookup';
import { getPlaceTree } from '../queries';
import { type PlaceTrail, trailsOf } from '../trails';

/** A place with all that it is called. */
export type NamedPlace = { trail: PlaceTrail; aliases: string[]; by: MatchedBy };

/** Places that are shown at once. */
export const placesShown = 20;

/** The places that a name, a code or another name may mean, the likeliest first, with their other names. */
export async function findNamedPlaces(text: string, viewer: Viewer): Promise<NamedPlace[]> {
  authorise(viewer, 'read');
  const tree = await getPlaceTree();
  const found = findPlaces(tree, text.slice(0, 60), placesShown);
  const trails = trailsOf(
    tree,
    found.map(({ place }) => place.id),
  );
  return found.flatMap(({ place, by }) => {
    const trail = trails[place.id];
    return trail ? [{ trail, aliases: place.aliases, by }] : [];
  });
}
