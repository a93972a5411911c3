import 'server-only';
import { subscribe } from 'node:diagnostics_channel';

/**
 * Next cannot build a request for the method TRACE and would answer with a fault of its own; under another
 * method that nothing here answers, `proxy.ts` refuses it as it should.
 */
export function refuseTrace(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: { method?: string } };
    if (request.method === 'TRACE') request.method = 'DELETE';
  });
}
