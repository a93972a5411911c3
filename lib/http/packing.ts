import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';

/** Brotli looks back so many bytes, as a power of two: as much as most answers hold, and little memory for each. */
const lookBack = 18;

/**
 * Packs answers as their reader takes them: with brotli, else with gzip, else not at all. Next knows gzip alone, so it
 * is told to leave answers as they are (`compress` in next.config.ts). What says `no-transform`, is short, or is of a
 * kind that can't be packed goes out as it is.
 */
export function packAnswers(): void {
  const pack = compression({ brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: lookBack } } });
  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    (pack as unknown as Middleware)(request, response, () => {});
  });
}
