import { answerWrite } from '@/lib/http/write';
import { handleCreateFigure } from '@/lib/sources/edit/requests';

/** Makes a reported figure: `{ figure, careReason? }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleCreateFigure);
