import { handleRestoreFigure } from '@/lib/history/restore';
import { answerWrite } from '@/lib/http/write';

/** Makes a reported figure again what it was at a version: `{ ref, version, to, reason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleRestoreFigure);
