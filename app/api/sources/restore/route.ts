import { handleRestoreSource } from '@/lib/history/restore';
import { answerWrite } from '@/lib/http/write';

/** Makes a source again what it was at a version: `{ ref, version, to, reason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleRestoreSource);
