import 'server-only';
import { z } from 'zod';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { snapshot } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { counterOf } from '@/lib/incidents/counter';
import { unknown } from '@/lib/incidents/dimensions';
import { findPlaces, placeLabel } from '@/lib/places/lookup';
import { getPlaceTree } from '@/lib/places/queries';
import { ancestorsOf } from '@/lib/places/tree';
import { choice } from '@/lib/url/params';
import { openSelection } from './open';
import { type PlaceKey, placeKeys } from './options';
import { countAt, openedPlaces, type PlaceBranches, placeBranches } from './place-branches';

const searchText = z.string().max(60);

/** A place as a search finds it. */
export type FoundPlace = { id: string; label: string; within: string };

/**
 * The places that a typed name, code or alias may mean, best first, at most 12.
 * @throws AppError `invalid` for a text that is too long to be a name.
 */
export async function findPlacesByText(
  text: string,
  { viewer, locale }: { viewer: Viewer; locale: Locale },
): Promise<FoundPlace[]> {
  authorise(viewer, 'read');
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

/** Most places that may be open in a tree. */
const mostOpen = 200;

const treeRequest = z.object({
  field: z.enum(placeKeys),
  parent: z
    .string()
    .transform((text) => text.split('~').filter((id) => id !== ''))
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^[\w.-]+$/)
            .max(120),
        )
        .max(mostOpen),
    ),
  /** A text to be found, in place of a tree. */
  find: searchText,
});

/** A tree of places with the numbers of incidents that a filter keeps, its own field left out (rule 8). */
export type PlaceTreeAnswer = {
  branches: PlaceBranches;
  /** The places that are open. */
  open: string[];
  /** Incidents by value of the filter, for those that are chosen. */
  chosen: Record<string, number>;
  /** Incidents of which the place is not known. */
  unknown: number;
  /** What a search found; null = nothing was searched for. */
  found: (FoundPlace & { count: number })[] | null;
};

/** Parameters of the question itself; the others are those of a page. */
const ownParams = ['parent', 'field', 'find'];

/**
 * Answers `/places.json?parent=440000~440800&field=place&find=wuchuan&<query of a page>`: the places below each
 * of `parent`, without `parent` those that a tree opens by itself, and what `find` finds; each with the number of
 * incidents that the query keeps.
 * @throws AppError `invalid` that names what could not be taken.
 */
export async function openPlaceTree(
  params: URLSearchParams,
  { viewer, locale }: { viewer: Viewer; locale: Locale },
): Promise<PlaceTreeAnswer> {
  const asked = readTreeRequest(params);
  const { selection, reference } = await openSelection(params, locale, ownParams);
  const tree = [...reference.places.values()];
  const { field } = asked;
  const { filters } = selection;
  const { counts, notKnown } = await snapshot(async (db) => {
    const counter = await counterOf(db, viewer);
    return {
      counts: await counter.byPlace(filters, field),
      notKnown: (await counter.totals({ ...filters, [field]: choice([unknown]) })).incidents,
    };
  });
  const values = [...filters[field].any, ...filters[field].not];
  const open = params.has('parent') ? asked.parent : openedPlaces(tree, counts, values);
  const found = asked.find.trim() === '' ? null : await findPlacesByText(asked.find, { viewer, locale });
  const foundCounts = countAt(tree, counts, found?.map(({ id }) => id) ?? []);
  return {
    branches: placeBranches({ tree, counts, parents: open, locale }),
    open,
    chosen: countAt(
      tree,
      counts,
      values.filter((value) => value !== unknown),
    ),
    unknown: notKnown,
    found: found?.map((place) => ({ ...place, count: foundCounts[place.id] ?? 0 })) ?? null,
  };
}

function readTreeRequest(params: URLSearchParams): { field: PlaceKey; parent: string[]; find: string } {
  const read = treeRequest.safeParse({
    field: params.get('field') ?? 'place',
    parent: params.get('parent') ?? '',
    find: params.get('find') ?? '',
  });
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path }) => {
    const field = String(path[0]);
    const message = treeMessages[field] ?? `“${field}” can’t be read.`;
    return { field, value: (params.get(field) ?? '').slice(0, 80), message };
  });
  throw new AppError('invalid', fields.map(({ message }) => message).join(' '), { fields });
}

const treeMessages: Record<string, string> = {
  field: '“field” can be place or destination.',
  parent: `“parent” takes ids of places, joined by “~”, ${mostOpen} at most.`,
  find: 'The name of a place has at most 60 characters. Shorten “find”.',
};
