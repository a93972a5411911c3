import { handleCallBack } from '@/lib/accounts/link-requests';
import { answerWrite } from '@/lib/http/write';

/** Calls an invitation back: `{ link }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'accounts', handleCallBack);
