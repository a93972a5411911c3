import { handleRestoreIncident } from '@/lib/history/restore';
import { answerWrite } from '@/lib/http/write';

/** Makes an incident again what it was at a version: `{ ref, version, to, reason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleRestoreIncident);
