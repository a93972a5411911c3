import { handleSecondFactor } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Begins, confirms or removes one’s own second factor: `{ step, … }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'own-account', handleSecondFactor);
