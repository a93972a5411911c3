import { answerWrite } from '@/lib/http/write';
import { handleAskJob } from '@/lib/imports/requests';

/** Asks that an import be looked into, checked, written or undone: `{ batch, job }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleAskJob);
