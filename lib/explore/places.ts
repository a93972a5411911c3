import 'server-only';
import { z } from 'zod';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { snapshot } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import type { Question } from '@/lib/http/answers';
import { inLine, type Locale } from '@/lib/i18n/locale';
import { counterOf } from '@/lib/incidents/counter';
import { unknown } from '@/lib/incidents/dimensions';
import { findPlaces, placeLabel } from '@/lib/places/lookup';
import { getPlaceTree } from '@/lib/places/queries';
import { ancestorsOf, type PlaceNode } from '@/lib/places/tree';
import { choice } from '@/lib/url/params';
import { openSelection } from './open';
import { type PlaceKey, placeKeys } from './options';
import { countAt, openedPlaces, type PlaceBranches, placeBranches } from './place-branches';
import { sharedQuestion } from './questions';
import { loadReference, type Reference } from './reference';
import { type Selection, selectionQuery } from './view';

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
  return findIn(await getPlaceTree(), readSearch(text), locale);
}

/** Reads the question for places by name. Throws as `findPlacesByText` does. */
export async function askPlacesByText(
  text: string,
  asker: { viewer: Viewer; locale: Locale },
): Promise<Question<{ places: FoundPlace[] }>> {
  authorise(asker.viewer, 'read');
  const asked = readSearch(text);
  const reference = await loadReference(asker.viewer);
  return sharedQuestion(reference, asker, ['places', asked], async () => ({
    places: findIn([...reference.places.values()], asked, asker.locale),
  }));
}

function readSearch(text: string): string {
  const asked = searchText.safeParse(text);
  if (asked.success) return asked.data;
  const message = 'The name of a place has at most 60 characters. Shorten “q”.';
  throw new AppError('invalid', message, { fields: [{ field: 'q', value: text.slice(0, 80), message }] });
}

function findIn(tree: readonly PlaceNode[], text: string, locale: Locale): FoundPlace[] {
  const byId = new Map(tree.map((place) => [place.id, place]));
  return findPlaces(tree, text, 12).map(({ place }) => ({
    id: place.id,
    label: placeLabel(place, locale),
    within: inLine(
      ancestorsOf(place.path)
        .slice(1)
        .reverse()
        .flatMap((id) => {
          const above = byId.get(id);
          return above ? [placeLabel(above, locale)] : [];
        }),
      locale,
    ),
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
  /** What a search found, with the ids of the places over each; null = nothing was searched for. */
  found: (FoundPlace & { count: number; over: string[] })[] | null;
};

/** Parameters of the question itself; the others are those of a page. */
const ownParams = ['parent', 'field', 'find'];

/**
 * Answers `/places.json?parent=440000~440800&field=place&find=wuchuan&<query of a page>`: the places below each
 * of `parent`, without `parent` those that a tree opens by itself, and what `find` finds; each with the number of
 * incidents that the query keeps.
 * @throws AppError `invalid` that names what could not be taken.
 */
export async function askPlaceTree(
  params: URLSearchParams,
  asker: { viewer: Viewer; locale: Locale },
): Promise<Question<PlaceTreeAnswer>> {
  authorise(asker.viewer, 'read');
  const asked = readTreeRequest(params);
  const { selection, reference } = await openSelection(params, asker, ownParams);
  const what = ['tree', selectionQuery(selection), params.has('parent'), asked];
  return sharedQuestion(reference, asker, what, () => {
    const parents = params.has('parent') ? asked.parent : null;
    return answerTree({ selection, reference, parents, ...asked }, asker);
  });
}

async function answerTree(
  asked: {
    selection: Selection;
    reference: Reference;
    field: PlaceKey;
    parents: string[] | null;
    find: string;
  },
  { viewer, locale }: { viewer: Viewer; locale: Locale },
): Promise<PlaceTreeAnswer> {
  const { selection, reference } = asked;
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
  const open = asked.parents ?? openedPlaces(tree, counts, values);
  const found = asked.find.trim() === '' ? null : findIn(tree, asked.find, locale);
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
    found:
      found?.map((place) => ({
        ...place,
        over: ancestorsOf(reference.places.get(place.id)?.path ?? ''),
        count: foundCounts[place.id] ?? 0,
      })) ?? null,
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
