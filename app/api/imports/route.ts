import { answerWrite } from '@/lib/http/write';
import { handleBeginImport } from '@/lib/imports/requests';

/** Begins an import of files: `{ files: [{ name, size }] }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleBeginImport);
