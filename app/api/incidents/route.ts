import { answerWrite } from '@/lib/http/write';
import { handleCreateIncident } from '@/lib/incidents/edit/requests';

/** Largest body: a record with all its evidence, in bytes. */
const longest = 1_000_000;

/** Makes an incident as a draft: `{ dataset, incident, notDuplicate? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleCreateIncident, { longest });
