import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on this machine that answers each path as it is told; 404 for others. `asked`: the paths in order. */
export async function fileServer(answers: Record<string, Answer>): Promise<{
  address: (path: string) => string;
  asked: string[];
  end: () => Promise<void>;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const answer = answers[pathname];
    if (answer) answer(response, request);
    else response.writeHead(404).end('no such file');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (path) => `http://127.0.0.1:${port}${path}`,
    asked,
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends a file, with its length unless it is left out. */
export const sends =
  (bytes: Uint8Array | string, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', ...headers });
    response.end(bytes);
  };

/** Leads on to another address. */
export const leadsTo =
  (address: string, status = 302): Answer =>
  (response) => {
    response.writeHead(status, { location: address }).end();
  };
