import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { recordsBeside } from '@/lib/incidents/record/queries';
import type { RecordName } from '@/lib/incidents/record/types';
import type { Query } from '@/lib/url/params';
import { loadReference } from './reference';
import { parseSelection } from './request';

/**
 * The records before and after one in the table of the selection that an address names, read leniently. Null = there
 * is none on that side.
 */
export async function openSteps(
  ref: string,
  query: Query,
  viewer: Viewer,
): Promise<{ previous: RecordName | null; next: RecordName | null }> {
  const { known } = await loadReference(viewer);
  const { filters, view } = parseSelection(query, known);
  return recordsBeside(ref, filters, view.sort, viewer);
}
