import 'server-only';
import { createHash } from 'node:crypto';

/** A question that has been read but not answered: `key` says all that its answer depends on, but for the data. */
export type Question<Answer> = { key: string; open: () => Promise<Answer> };

/** Answers written out, for as long as the answer itself is kept. */
const written = new WeakMap<object, Uint8Array<ArrayBuffer>>();

/**
 * Answers a question with JSON. The tag names what the answer was made from: `state` (the version of the data, the day)
 * and the question's key; whoever has it already is told so, and nothing is counted. The state is read before and
 * after: if it was the same, all that was read in between is of it; an answer that it moved under has no tag.
 *
 * The body goes out as it is and is packed on its way (`packAnswers`): what a route says of its encoding Next leaves out.
 */
export async function answerJson<Answer extends object>(
  request: Request,
  { state, ask }: { state: () => Promise<string | null>; ask: () => Promise<Question<Answer>> },
): Promise<Response> {
  const before = await state();
  const question = await ask();
  const tag = before === null ? null : tagOf(before, question.key);
  const headers = new Headers({ 'Cache-Control': 'private, no-cache' });
  if (tag !== null && isNamed(request.headers.get('if-none-match'), tag)) {
    headers.set('ETag', tag);
    return new Response(null, { status: 304, headers });
  }
  const answer = await question.open();
  if (tag !== null && (await state()) === before) headers.set('ETag', tag);
  headers.set('Content-Type', 'application/json');
  return new Response(bytesOf(answer), { headers });
}

/** A weak tag: the same answer is sent packed and unpacked. */
const tagOf = (...parts: string[]) =>
  `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;

/** Whether `If-None-Match` names a tag; strong and weak ones count alike. Pure. */
export function isNamed(header: string | null, tag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return header?.split(',').some((one) => bare(one) === bare(tag)) ?? false;
}

function bytesOf(answer: object): Uint8Array<ArrayBuffer> {
  let bytes = written.get(answer);
  if (!bytes) {
    bytes = new TextEncoder().encode(JSON.stringify(answer));
    written.set(answer, bytes);
  }
  return bytes;
}
