import 'server-only';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** A question that has been read but not answered: `key` says all that its answer depends on, but for the data. */
export type Question<Answer> = { key: string; open: () => Promise<Answer> };

/** Smaller bodies are sent as they are. */
const leastToCompress = 1_000;
/** Of brotli's levels 0 to 11: smaller than gzip's usual level, and quicker. */
const quality = 4;
const brotli = promisify(brotliCompress);

type Bytes = { plain: Buffer; packed?: Promise<Buffer> };

/** The bytes of answers, for as long as the answer itself is kept. */
const written = new WeakMap<object, Bytes>();

/**
 * Answers a question with JSON. The tag names what the answer was made from: `state` (the version of the data, the day)
 * and the question's key; whoever has it already is told so, and nothing is counted. The state is read before and
 * after: if it was the same, all that was read in between is of it; an answer that it moved under has no tag.
 */
export async function answerJson<Answer extends object>(
  request: Request,
  { state, ask }: { state: () => Promise<string | null>; ask: () => Promise<Question<Answer>> },
): Promise<Response> {
  const before = await state();
  const question = await ask();
  const tag = before === null ? null : tagOf(before, question.key);
  const headers = new Headers({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' });
  if (tag !== null && isNamed(request.headers.get('if-none-match'), tag)) {
    headers.set('ETag', tag);
    return new Response(null, { status: 304, headers });
  }
  const answer = await question.open();
  if (tag !== null && (await state()) === before) headers.set('ETag', tag);
  headers.set('Content-Type', 'application/json');
  const bytes = bytesOf(answer);
  if (bytes.plain.length < leastToCompress || !accepts(request.headers.get('accept-encoding'), 'br'))
    return new Response(new Uint8Array(bytes.plain), { headers });
  headers.set('Content-Encoding', 'br');
  return new Response(new Uint8Array(await packed(bytes)), { headers });
}

/** A weak tag: the same answer is sent in several encodings. */
const tagOf = (...parts: string[]) =>
  `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;

/** Whether `If-None-Match` names a tag; strong and weak ones count alike. Pure. */
function isNamed(header: string | null, tag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return header?.split(',').some((one) => bare(one) === bare(tag)) ?? false;
}

/** Whether a client takes an encoding: it is named, and not with `q=0`. Pure. */
export function accepts(header: string | null, encoding: string): boolean {
  return (header ?? '').split(',').some((part) => {
    const [name, ...params] = part.split(';').map((text) => text.trim().toLowerCase());
    return name === encoding && !params.some((param) => /^q=0(\.0*)?$/.test(param));
  });
}

function bytesOf(answer: object): Bytes {
  const known = written.get(answer);
  if (known) return known;
  const bytes = { plain: Buffer.from(JSON.stringify(answer)) };
  written.set(answer, bytes);
  return bytes;
}

function packed(bytes: Bytes): Promise<Buffer> {
  bytes.packed ??= brotli(bytes.plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.plain.length,
    },
  });
  return bytes.packed;
}
