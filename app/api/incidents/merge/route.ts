import { handleMergeIncidents } from '@/lib/coding/merging';
import { answerWrite } from '@/lib/http/write';

/** Lets one incident go into another: `{ kept, dropped, choice, reason?, careReason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleMergeIncidents);
