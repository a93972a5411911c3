import { answerWrite } from '@/lib/http/write';
import { handleDiscardImport } from '@/lib/imports/requests';

/** Lets an import go that was never written: `{ batch }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleDiscardImport);
