import 'server-only';
import { createHash } from 'node:crypto';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import type { Question } from '@/lib/http/answers';
import { buildId } from '@/lib/http/build-id';
import type { Locale } from '@/lib/i18n/locale';
import { dataVersion } from '@/lib/incidents/columns/queries';
import { madeToday } from './frame';
import { keptAnswer } from './kept-answers';
import type { Reference } from './reference';

/** What answers are made from besides the question: this build and the version of the data; null = no build has a name. */
export async function stateOfData(): Promise<string | null> {
  const build = buildId();
  return build === null ? null : `${build} ${await dataVersion(database)}`;
}

/**
 * A question whose answer is worked out once and shared by all who ask the same: `what` tells kinds of questions and
 * their parts apart. The answer depends on who asks, on the language, on the day, and on the places as they were read,
 * which may be older than the version of the data.
 */
export function sharedQuestion<Answer>(
  reference: Reference,
  asker: { viewer: Viewer; locale: Locale; origin?: string },
  what: readonly unknown[],
  work: () => Promise<Answer>,
): Question<Answer> {
  const { viewer, locale, origin = '' } = asker;
  const who = viewer.kind === 'account' ? [viewer.kind, viewer.id, viewer.role] : [viewer.kind];
  const key = JSON.stringify([...what, who, locale, origin, madeToday(), placesMark(reference)]);
  return { key, open: () => keptAnswer(reference, key, work) };
}

const marks = new WeakMap<Reference, string>();

/** A hash of the places that a reference holds. */
function placesMark(reference: Reference): string {
  let mark = marks.get(reference);
  if (mark === undefined) {
    mark = createHash('sha256')
      .update(JSON.stringify([...reference.places.values()]))
      .digest('base64url');
    marks.set(reference, mark);
  }
  return mark;
}
