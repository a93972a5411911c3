import { handlePreviewAct } from '@/lib/coding/acts';
import { answerWrite } from '@/lib/http/write';

/** Largest body: as many refs as can be ticked, in bytes. */
const longest = 1_000_000;

/** What an act on many records would do, without doing it: `{ of, act }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handlePreviewAct, { longest });
