import { handleInvite } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Makes an invitation: `{ role, note }`. Answers its link. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'accounts', handleInvite);
