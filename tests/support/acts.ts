import type { Pool } from 'pg';
import type { Viewer } from '@/lib/auth/viewer';
import { handleApplyAct, handlePreviewAct, handleUndoAct } from '@/lib/coding/acts';
import { editInputs } from '@/lib/incidents/edit/input';
import { createIncident } from '@/lib/incidents/edit/mutations';
import type { EditedIncident } from '@/lib/incidents/edit/types';
import { senderOf } from './editing';
import { addMadeUpDataset, incidentLike } from './incidents';

/** An act that changes what `incidentLike` makes. */
export const wages = { kind: 'retag', add: { issues: ['layoffs'] }, remove: { issues: ['wage-arrears'] } };

/** What somebody does with acts on many records; an editor unless another viewer is named. */
export function actsOf(pool: Pool, editor: Viewer) {
  const preview = (of: object, act: object, viewer = editor) =>
    handlePreviewAct({ of, act }, senderOf(viewer));
  const apply = (of: object, act: object, digest: string, more = {}, viewer = editor) =>
    handleApplyAct({ of, act, digest, ...more }, senderOf(viewer));
  return {
    preview,
    apply,
    /** Previews an act and does it. */
    both: async (of: object, act: object, more = {}) => apply(of, act, (await preview(of, act)).digest, more),
    undo: (id: string, viewer = editor) => handleUndoAct({ id }, senderOf(viewer)),
    /** Some drafts in a data set of their own, with the filter that keeps them. */
    async drafts(count: number, own: Partial<EditedIncident> = {}) {
      const dataset = await addMadeUpDataset(pool);
      const refs: string[] = [];
      for (let n = 0; n < count; n += 1) {
        const body = editInputs.create.parse({ dataset, incident: incidentLike(own), notDuplicate: true });
        refs.push((await createIncident(editor, body)).ref);
      }
      const states = 'draft~in-review~published~withdrawn';
      return { dataset, refs, all: { query: `dataset=${dataset}&status=${states}` } };
    },
    rowsOf: async (refs: string[]) =>
      (
        await pool.query('SELECT * FROM incidents WHERE ref = ANY($1) ORDER BY array_position($1, ref)', [
          refs,
        ])
      ).rows,
  };
}
