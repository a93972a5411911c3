import { handleChoosePassword } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Chooses a new password by a link: `{ token, password }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'sign-in', handleChoosePassword);
