import 'server-only';
import { subscribe } from 'node:diagnostics_channel';

type Incoming = {
  headers: Record<string, string | string[] | undefined>;
  socket?: { remoteAddress?: string };
};

/**
 * Ends `X-Forwarded-For` of every request with the address that the connection really comes from, as a proxy
 * would. Next keeps whatever a visitor sends in that header, so that without this anybody could name himself.
 */
export function notePeer(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: Incoming };
    const peer = request.socket?.remoteAddress;
    if (peer) request.headers['x-forwarded-for'] = withPeer(request.headers['x-forwarded-for'], peer);
  });
}

/** The header with one address more at its end. Pure. */
export function withPeer(sent: string | string[] | undefined, peer: string): string {
  return [sent ?? [], peer].flat().join(', ');
}
