import type { NewChange } from './types';

/** Changes as the SQL function `append_changes` takes them: one JSON text. A value that is undefined becomes null. */
export function entriesOf(changes: readonly NewChange[]): string {
  return JSON.stringify(
    changes.map((change) => ({
      subject_id: change.subjectId,
      version: change.version,
      subject_type: change.subjectType,
      action: change.action,
      actor_id: change.actor.id,
      actor_name: change.actor.name,
      actor_role: change.actor.role,
      batch_id: change.batchId,
      changes: Object.fromEntries(
        Object.entries(change.changes).map(([field, { from, to }]) => [
          field,
          { from: from ?? null, to: to ?? null },
        ]),
      ),
      reason: change.reason,
    })),
  );
}
