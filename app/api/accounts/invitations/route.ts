import { handleInvite } from '@/lib/accounts/link-requests';
import { answerWrite } from '@/lib/http/write';

/** Makes an invitation: `{ role, note, sendTo? }`. Answers its link, and mails it where it is told to whom. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'accounts', handleInvite);
