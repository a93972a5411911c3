import { handleNewPassword } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Changes one’s own password: `{ old, password }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'own-account', handleNewPassword);
