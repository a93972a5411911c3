import { handleSignOut } from '@/lib/accounts/requests';
import { answerWrite } from '@/lib/http/write';

/** Signs this browser out: `{}`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'sign-in', handleSignOut);
