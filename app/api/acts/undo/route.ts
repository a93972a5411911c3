import { handleUndoAct } from '@/lib/coding/acts';
import { answerWrite } from '@/lib/http/write';

/** Takes an act on many records, or a merge, back: `{ id, reason? }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleUndoAct);
