import { answerWrite } from '@/lib/http/write';
import { handleStopJob } from '@/lib/imports/requests';

/** Breaks off what is being done with an import: `{ batch }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleStopJob);
