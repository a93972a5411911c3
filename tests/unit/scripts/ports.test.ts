import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '@/lib/db/postgres/port';
import { findPort } from '@/scripts/steps/ports';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

function occupy(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => {
      servers.push(server);
      resolve(true);
    });
  });
}

describe('the port of the app', () => {
  test('is the one that is wanted when nobody uses it', async () => {
    const port = await freePort();
    expect(await findPort(port, '127.0.0.1')).toBe(port);
  });

  test('is a later one when somebody listens there', async () => {
    const port = await freePort();
    await occupy(port, '127.0.0.1');
    expect(await findPort(port, '127.0.0.1')).toBeGreaterThan(port);
  });

  test('is a later one when somebody listens on every address', async () => {
    const port = await freePort();
    await occupy(port, '0.0.0.0');
    expect(await findPort(port, '127.0.0.1')).toBeGreaterThan(port);
  });

  test('is a later one when somebody listens on the other loopback', async () => {
    const port = await freePort();
    // Where the machine has no such address, nobody can listen there.
    if (await occupy(port, '::1')) expect(await findPort(port, '127.0.0.1')).toBeGreaterThan(port);
    else expect(await findPort(port, '127.0.0.1')).toBe(port);
  });

  test('needs an address that the machine has', async () => {
    await expect(findPort(await freePort(), '192.0.2.1')).rejects.toThrow('has no address 192.0.2.1');
  });
});
