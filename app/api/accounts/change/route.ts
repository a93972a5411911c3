import { handleChangeAccount } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Changes the role or state of an account: `{ id, version, role?, closed?, secondFactor? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'accounts', handleChangeAccount);
