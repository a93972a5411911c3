import { answerWrite } from '@/lib/http/write';
import { handleDeleteFigure } from '@/lib/sources/edit/requests';

/** Deletes a reported figure: `{ ref, version, reason? }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleDeleteFigure);
