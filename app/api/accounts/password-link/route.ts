import { handlePasswordLink } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Makes a link for a new password: `{ id }`. Answers it. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'accounts', handlePasswordLink);
