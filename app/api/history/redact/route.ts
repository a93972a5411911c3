import { handleRedact } from '@/lib/history/redaction/mutations';
import { answerWrite } from '@/lib/http/write';

/** Takes passages out of an entry of the history for good: `{ entry, passages, reason }`. */
export const POST = (request: Request): Promise<Response> =>
  answerWrite(request, 'redact-history', handleRedact, { longest: 262_144 });
