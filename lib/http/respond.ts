import 'server-only';
import { AppError, errorResponse } from '@/lib/errors';
import { withoutData } from '@/lib/faults';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { getLocale } from '@/lib/i18n/request';
import { guarded } from './guarded';

/**
 * Runs a route handler and turns whatever it throws into the one shape of errors. What is not expected is
 * logged here, once. `localeOfAsker`: in which language it is said.
 */
export async function respond(
  handle: () => Promise<Response>,
  localeOfAsker: () => Promise<Locale> = getLocale,
): Promise<Response> {
  try {
    return guarded(await handle());
  } catch (thrown) {
    const { status, body, retryAfter } = errorResponse(thrown, await localeOfAsker());
    if (status >= 500) {
      // The log and the visitor name the fault alike, so that one finds the other.
      body.error.request = crypto.randomUUID();
      console.error(`Request ${body.error.request}:`, withoutData(reasonOf(thrown)));
    }
    const headers = retryAfter === null ? undefined : { 'Retry-After': String(retryAfter) };
    return guarded(Response.json(body, { status, headers }));
  }
}

/** Sends on to another address of ours, for good as far as anybody knows, but asked again each time. */
export function movedTo(path: string): Response {
  return new Response(null, { status: 308, headers: { Location: path, 'Cache-Control': 'no-store' } });
}

const reasonOf = (thrown: unknown) => (thrown instanceof AppError ? (thrown.cause ?? thrown) : thrown);

/** The language that an export is asked for with `lang`; English where it is not given. */
export function exportLocale(params: URLSearchParams): Locale {
  const asked = params.get('lang');
  return isLocale(asked) ? asked : 'en';
}

/**
 * A response that sends pieces of a file as they come. The first pieces are fetched before anything is sent, so that
 * a question which can't be answered becomes an error and not an empty file. A stream that breaks later ends in
 * `mark`, so that nobody takes the part for the whole; a file that can't bear such a line has none (`mark` null),
 * and its connection is cut.
 */
export async function streamResponse(
  pieces: AsyncGenerator<string | Uint8Array>,
  options: { type: string; fileName: string; mark: string | null; headers?: Record<string, string> },
): Promise<Response> {
  const first = await pieces.next();
  const second = await pieces.next();
  const encoder = new TextEncoder();
  const waiting = [first, second];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = waiting.shift() ?? (await pieces.next());
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      } catch (thrown) {
        console.error(withoutData(reasonOf(thrown)));
        if (options.mark === null) return controller.error(thrown);
        controller.enqueue(encoder.encode(`\r\n${options.mark}\r\n`));
        controller.close();
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': options.type,
      'Content-Disposition': `attachment; filename="${options.fileName}"`,
      'Cache-Control': 'no-store',
      ...options.headers,
    },
  });
}

/**
 * How many times larger an image is asked for with `scale`.
 * @throws AppError `invalid` for anything but 1, 2 and 4.
 */
export function exportScale(params: URLSearchParams): 1 | 2 | 4 {
  const asked = params.get('scale') ?? '1';
  if (asked === '1') return 1;
  if (asked === '2') return 2;
  if (asked === '4') return 4;
  const message = `“scale” can be 1, 2 or 4.`;
  throw new AppError('invalid', message, {
    fields: [{ field: 'scale', value: asked.slice(0, 80), message }],
  });
}
