import { handleCreateDirective } from '@/lib/directives/edit/requests';
import { answerWrite } from '@/lib/http/write';

/** Largest body: a directive with all its evidence, in bytes. */
const longest = 1_000_000;

/** Makes a directive as a draft: `{ directive }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'code', handleCreateDirective, { longest });
