import { answerWrite } from '@/lib/http/write';
import { handleUpdateFigure } from '@/lib/sources/edit/requests';

/** Changes a reported figure: `{ ref, version, figure, reason?, careReason? }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleUpdateFigure);
