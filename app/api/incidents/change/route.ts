import { answerWrite } from '@/lib/http/write';
import { handleUpdateIncident } from '@/lib/incidents/edit/requests';

/** Largest body: a record with all its evidence, in bytes. */
const longest = 1_000_000;

/** Changes an incident: `{ ref, version, incident, reason?, notDuplicate?, careReason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleUpdateIncident, { longest });
