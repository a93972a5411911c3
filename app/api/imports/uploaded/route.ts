import { answerWrite } from '@/lib/http/write';
import { handleFinishUpload } from '@/lib/imports/requests';

/** Takes the files of an import as whole: `{ batch }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleFinishUpload);
