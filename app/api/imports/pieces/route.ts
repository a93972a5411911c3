import { answerWrite } from '@/lib/http/write';
import { handleAddPiece } from '@/lib/imports/requests';

/** Largest body: a piece in base64, in bytes. */
const longest = 1_100_000;

/** Takes a piece of a file: `{ batch, file, part, bytes }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'edit', handleAddPiece, { longest });
