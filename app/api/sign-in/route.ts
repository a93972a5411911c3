import { handleSignIn } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Signs in: `{ login, password, code? }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'sign-in', handleSignIn);
