import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { findPlaces, placeLabel } from '@/lib/places/lookup';
import { getPlaceTree } from '@/lib/places/queries';
import { ancestorsOf } from '@/lib/places/tree';

const searchText = z.string().max(60);

/**
 * The places that a typed name, code or alias may mean, best first, at most 12.
 * @throws AppError `invalid` for a text that is too long to be a name.
 */
export async function findPlacesByText(
  text: string,
  locale: Locale,
): Promise<{ id: string; label: string; within: string }[]> {
  const asked = searchText.safeParse(text);
  if (!asked.success) {
    const message = 'The name of a place has at most 60 characters. Shorten “q”.';
    throw new AppError('invalid', message, { fields: [{ field: 'q', value: text.slice(0, 80), message }] });
  }
  const tree = await getPlaceTree();
  const byId = new Map(tree.map((place) => [place.id, place]));
  return findPlaces(tree, asked.data, 12).map(({ place }) => ({
    id: place.id,
    label: placeLabel(place, locale),
    within: ancestorsOf(place.path)
      .slice(1)
      .reverse()
      .flatMap((id) => {
        const above = byId.get(id);
        return above ? [placeLabel(above, locale)] : [];
      })
      .join(', '),
  }));
}
