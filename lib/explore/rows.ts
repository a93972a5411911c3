import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import { snapshot } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import type { Question } from '@/lib/http/answers';
import type { Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import { counterOf } from '@/lib/incidents/counter';
import { type Position, readCursor, writeCursor } from '@/lib/incidents/cursor';
import { type ListedIncident, listRows } from '@/lib/incidents/queries';
import type { Sort } from '@/lib/incidents/row';
import type { Asker } from './explore';
import { sharedQuestion } from './questions';
import { loadReference, namesIn } from './reference';
import { parseSelectionStrictly } from './request';
import { type TableRow, tableRows } from './table';
import { selectionQuery } from './view';

/** Rows of one answer of `/rows.json`, at most, and where the question does not name a number. */
export const rowsPerRequest = 100;

/** Some rows of the table, the cursor for those after them (null = there are none), and how many there are in all. */
export type RowsAnswer = { rows: TableRow[]; next: string | null; total: number };

/**
 * The rows of a selection that come after the cursor in `after`, or its first ones; `limit` of them, from 1 to
 * `rowsPerRequest`. The query string is otherwise that of the page, read strictly; `page` means nothing here.
 * @throws AppError `invalid` that names every parameter that could not be taken.
 */
export async function openRows(query: URLSearchParams, asker: Asker): Promise<RowsAnswer> {
  return (await askRows(query, asker)).open();
}

/** Reads the question for rows; its answer is shared by all who ask the same. Throws as `openRows` does. */
export async function askRows(query: URLSearchParams, asker: Asker): Promise<Question<RowsAnswer>> {
  authorise(asker.viewer, 'read');
  const reference = await loadReference(asker.viewer);
  const { filters, view } = parseSelectionStrictly(query, reference.known, asker.locale, ['after', 'limit']);
  const locale = view.lang ?? asker.locale;
  const after = positionIn(query, view.sort, locale);
  const limit = limitIn(query, locale);
  const what = ['rows', selectionQuery({ filters, view }), after, limit];
  const work = () =>
    snapshot(async (db) => {
      const counter = await counterOf(db, asker.viewer);
      // One row more than is given tells whether there are others.
      const wanted = { sort: view.sort, limit: limit + 1, after };
      const { rows: found, total } = await listRows(db, counter, filters, asker.viewer, wanted);
      const rows = found.slice(0, limit);
      const { places, datasets } = reference;
      return {
        rows: tableRows(rows, { locale, names: namesIn(reference, locale), places, datasets }),
        next: found.length > limit ? cursorAfter(rows, view.sort) : null,
        total: total ?? (await counter.totals(filters)).incidents,
      };
    });
  return sharedQuestion(reference, asker, what, work);
}

/** The cursor for the rows after these; null = there is no row to come after. */
export function cursorAfter(rows: readonly ListedIncident[], sort: Sort): string | null {
  const last = rows.at(-1);
  return last ? writeCursor(sort, last.position) : null;
}

function limitIn(query: URLSearchParams, locale: Locale): number {
  const given = query.getAll('limit');
  const [text] = given;
  if (text === undefined) return rowsPerRequest;
  if (given.length === 1 && /^[1-9]\d{0,2}$/.test(text) && Number(text) <= rowsPerRequest)
    return Number(text);
  const message = tableMessages[locale].badLimit(rowsPerRequest);
  throw new AppError('invalid', message, {
    fields: [{ field: 'limit', value: text.slice(0, 80), message }],
  });
}

function positionIn(query: URLSearchParams, sort: Sort, locale: Locale): Position | null {
  const given = query.getAll('after');
  const [cursor] = given;
  if (cursor === undefined) return null;
  const position = given.length === 1 ? readCursor(cursor, sort) : null;
  if (position) return position;
  const message = tableMessages[locale].badCursor;
  throw new AppError('invalid', message, {
    fields: [{ field: 'after', value: cursor.slice(0, 80), message }],
  });
}
