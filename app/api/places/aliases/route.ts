import { answerWrite } from '@/lib/http/write';
import { handleChangeAlias } from '@/lib/places/aliases/requests';

/** Adds another name to a place, or takes one away: `{ place, act, alias, reason? }`. */
export const POST = (request: Request): Promise<Response> => answerWrite(request, 'edit', handleChangeAlias);
