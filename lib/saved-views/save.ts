import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { codebookVersion } from '@/lib/codebook/vocabularies';
import { AppError } from '@/lib/errors';
import { loadReference } from '@/lib/explore/reference';
import { parseSelectionStrictly } from '@/lib/explore/request';
import { longestUrl } from '@/lib/http/security';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { savedMessages } from '@/lib/i18n/messages/saved';
import { makeViewId, viewPath } from './id';
import { parseViewInput } from './input';
import { insertView, savesAnHour } from './mutations';
import { stateOf, viewQuery } from './state';
import type { SavedViewLink, ViewPage, ViewState } from './types';

/** Who saves: the viewer, the hash that stands for the visitor (`visitorHash`), the language, and the address of the site. */
export type Saver = { viewer: Viewer; visitor: string; locale: Locale; origin: string };

/**
 * Saves a view as it was asked for, and returns its link. Nothing that Explore could not read today is saved.
 * @throws AppError `invalid` naming each field that can't be taken, `too-many` beyond 30 an hour.
 */
export async function saveView(
  body: unknown,
  { viewer, visitor, locale, origin }: Saver,
): Promise<SavedViewLink> {
  const { name, description, page, query } = parseViewInput(body, locale);
  const { known } = await loadReference(viewer);
  const selection = parseSelectionStrictly(new URLSearchParams(query), known, locale);
  const state = stateOf(selection);
  requireFittingAddress(page, state, locale);
  const id = await insertView(viewer, { name, description, page, state, codebookVersion, visitor });
  if (id === null) throw new AppError('too-many', savedMessages[locale].tooMany(savesAnHour));
  return { id, name, path: viewPath(id), url: `${origin}${viewPath(id)}` };
}

/**
 * The link has to open even when every default has changed, so that all of the state stands in the address.
 * Letters outside ASCII take up to nine characters each there.
 * @throws AppError `invalid` when that address would be longer than one that is answered.
 */
function requireFittingAddress(page: ViewPage, state: ViewState, locale: Locale): void {
  const query = viewQuery({ id: makeViewId(), state }, {});
  const long = page.length + query.length;
  if (long <= longestUrl) return;
  const message = savedMessages[locale].problems.queryTooLong(formatNumber(long, locale));
  throw new AppError('invalid', message, { fields: [{ field: 'query', value: '', message }] });
}
