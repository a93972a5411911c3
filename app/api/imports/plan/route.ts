import { answerWrite } from '@/lib/http/write';
import { handleSavePlan } from '@/lib/imports/requests';

/** Largest body: a mapping with long crosswalks, in bytes. */
const longest = 4_000_000;

/** Keeps how an import is read and mapped: `{ batch, plan }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleSavePlan, { longest });
