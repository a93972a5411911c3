import { handleRestoreDirective } from '@/lib/history/restore';
import { answerWrite } from '@/lib/http/write';

/** Makes a directive again what it was at a version: `{ ref, version, to, reason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleRestoreDirective);
