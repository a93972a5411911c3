import { handleStepDirective } from '@/lib/directives/edit/requests';
import { answerWrite } from '@/lib/http/write';

/** Takes a directive a step through the work on it: `{ ref, version, to, reason?, careReason? }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleStepDirective);
