import 'server-only';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { actProblems } from '@/lib/i18n/messages/act-problems';
import { incidentInput } from '@/lib/incidents/edit/input';
import { mergeInput } from '@/lib/incidents/merging/input';
import { type Merged, mergeIncidents } from '@/lib/incidents/merging/mutations';

/** Lets one record go into another: `{ kept, dropped, choice, reason?, careReason? }`. */
export async function handleMergeIncidents(body: unknown, { viewer, locale }: Sender): Promise<Merged> {
  const words = actProblems[locale];
  const input = readInput(mergeInput as never, body, words) as Parameters<typeof mergeIncidents>[1];
  return mergeIncidents(viewer, input, (incident) => readInput(incidentInput as never, incident, words));
}
