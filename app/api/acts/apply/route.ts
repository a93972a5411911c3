import { handleApplyAct } from '@/lib/coding/acts';
import { answerWrite } from '@/lib/http/write';

/** Largest body: as many refs as can be ticked, in bytes. */
const longest = 1_000_000;

/** Changes many records as it was previewed: `{ of, act, reason?, digest }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleApplyAct, { longest });
