import { handleEndSessions } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Ends one of one’s own sessions: `{ session }`; null = all of them. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'own-account', handleEndSessions);
