import { answerWrite } from '@/lib/http/write';
import { handleStepIncident } from '@/lib/incidents/edit/requests';

/** Largest body: a record with all its evidence, in bytes. */
const longest = 1_000_000;

/** Takes an incident a step through the work on it: `{ ref, version, to, reason?, careReason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleStepIncident, { longest });
