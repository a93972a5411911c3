import 'server-only';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { editProblems } from '@/lib/i18n/messages/edit-problems';
import { editInputs } from '@/lib/incidents/edit/input';
import { type Saved, updateIncident } from '@/lib/incidents/edit/mutations';
import { incidentAt } from '@/lib/incidents/edit/restore';
import { openVersions } from './queries';

/**
 * Makes an incident again what it was at a version, as a new version: `{ ref, version, to, reason? }`.
 * @throws AppError as `updateIncident` does; `invalid` too where a later codebook no longer has what it held.
 */
export async function handleRestoreIncident(body: unknown, { viewer, locale }: Sender): Promise<Saved> {
  const words = editProblems[locale];
  const { ref, version, to, reason } = readInput(editInputs.restore, body, words);
  const { open, entries } = await openVersions(ref, viewer);
  const incident = incidentAt(open.incident, entries, to);
  const input = readInput(editInputs.update, { ref, version, incident, reason, notDuplicate: true }, words);
  return updateIncident(viewer, input, 'incident.restored');
}
