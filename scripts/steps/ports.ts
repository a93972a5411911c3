import { createServer } from 'node:net';

const triedPorts = 50;

/**
 * The first port from `wanted` on that nobody uses on the host. A port that is used on the other loopback counts
 * as used too, since a browser may take `localhost` for either. Throws where the host or port may not be used.
 */
export async function findPort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + triedPorts, 65_536); port++) {
    const hosts = host === '127.0.0.1' ? ['127.0.0.1', '::1'] : [host];
    const states = await Promise.all(hosts.map((one) => tryPort(port, one)));
    if (states[0] === 'refused') throw new Error(`Port ${port} of ${host} may not be used by this account.`);
    if (states[0] === 'absent') throw new Error(`This machine has no address ${host} (HOST).`);
    if (!states.includes('used')) return port;
  }
  throw new Error(`No free port was found from ${wanted} on. Set PORT to another one.`);
}

type PortState = 'free' | 'used' | 'refused' | 'absent';

function tryPort(port: number, host: string): Promise<PortState> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('used');
      else resolve(error.code === 'EACCES' ? 'refused' : 'absent');
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('free')));
  });
}
