import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, snapshot, sql } from '@/lib/db/query';
import { readEditableDirective } from '@/lib/directives/edit/queries';
import type { OpenDirective } from '@/lib/directives/edit/types';
import type { OpenHead } from '@/lib/edit/types';
import { readEditable } from '@/lib/incidents/edit/queries';
import type { OpenIncident } from '@/lib/incidents/edit/types';
import { readEditableFigure, readEditableSource } from '@/lib/sources/edit/queries';
import type { OpenFigure, OpenSource } from '@/lib/sources/edit/types';
import { entryColumns, subjects } from '../queries';
import type { HistoryEntry } from '../types';

/** A record as it can be edited, and its versions, newest first. */
type Versions<Open> = { open: Open; entries: HistoryEntry[] };

const unlocked = { lock: false } as const;

/** The versions of one incident, with the present one; throws as `readEditable` does. */
export function openVersions(ref: string, viewer: Viewer): Promise<Versions<OpenIncident>> {
  return read(async (db) => {
    const { authorId: _, ...open } = await readEditable(db, ref, viewer, unlocked);
    return open;
  });
}

/** The versions of one directive, with the present one; throws as `readEditableDirective` does. */
export function openDirectiveVersions(ref: string, viewer: Viewer): Promise<Versions<OpenDirective>> {
  return read((db) => readEditableDirective(db, ref, viewer, unlocked));
}

/** The versions of one source, with the present one; throws as `readEditableSource` does. */
export function openSourceVersions(ref: string, viewer: Viewer): Promise<Versions<OpenSource>> {
  return read((db) => readEditableSource(db, ref, viewer, unlocked));
}

/** The versions of one reported figure, with the present one; throws as `readEditableFigure` does. */
export function openFigureVersions(ref: string, viewer: Viewer): Promise<Versions<OpenFigure>> {
  return read((db) => readEditableFigure(db, ref, viewer, unlocked));
}

/** Both at the same moment, so that they fit. */
function read<Open extends OpenHead>(
  open: (db: Db) => Promise<Open & { id: string }>,
): Promise<Versions<Omit<Open, 'id'>>> {
  return snapshot(async (db) => {
    const { id, ...rest } = await open(db);
    const entries = await db.query<HistoryEntry>(sql`SELECT ${entryColumns}, c.changes FROM ${subjects}
      WHERE c.subject_id = ${id}::uuid ORDER BY c.version DESC`);
    return { open: rest, entries };
  });
}
