import { handlePasswordLink } from '@/lib/accounts/link-requests';
import { answerWrite } from '@/lib/http/write';

/** Makes a link for a new password: `{ id, sendTo? }`. Answers it, and mails it where it is told to whom. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'accounts', handlePasswordLink);
