import { handleMakeAccount } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Makes the account that a link is for: `{ token, login, name, password }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'sign-in', handleMakeAccount);
