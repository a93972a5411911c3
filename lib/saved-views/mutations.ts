import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { database, sql } from '@/lib/db/query';
import { forgetTurnsLater, takeTurn, transaction } from '@/lib/db/write';
import { makeViewId } from './id';
import type { SavedView } from './types';

/** How many views one visitor may save within one hour of the clock. */
export const savesAnHour = 30;

/** A view to be saved, and the hash of who saves it (`visitorHash`). */
export type NewView = Omit<SavedView, 'id' | 'createdAt'> & { visitor: string };

/** Saves a view under a new id and returns the id; null = the visitor has saved `savesAnHour` this hour already. */
export async function insertView(viewer: Viewer, view: NewView): Promise<string | null> {
  authorise(viewer, 'save-view');
  const id = makeViewId();
  const saved = await transaction(async (db) => {
    const turn = { kind: 'saved-view', visitor: view.visitor, limit: savesAnHour };
    if (!(await takeTurn(db, turn))) return false;
    await db.query(sql`INSERT INTO saved_views (id, name, description, page, state, codebook_version)
      VALUES (${id}, ${view.name}, ${view.description}, ${view.page}, ${JSON.stringify(view.state)}::jsonb,
        ${view.codebookVersion})`);
    return true;
  });
  forgetTurnsLater(database);
  return saved ? id : null;
}
