import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '@/lib/db/postgres/port';

/** A way to the database that tests can shut and open. */
export type Gate = {
  /** The address of the database through the gate. */
  databaseUrl: string;
  /** `POST` to `/shut` or `/open` here. */
  controlUrl: string;
  close: () => void;
};

/** Stands between the app and its database, so that a browser test can take the database away and give it back. */
export async function startGate(databaseUrl: string): Promise<Gate> {
  const target = new URL(databaseUrl);
  const port = await freePort();
  const sockets = new Set<Socket>();
  let server: Server | null = null;

  const open = () =>
    new Promise<void>((resolve) => {
      if (server) return resolve();
      server = createServer((incoming) => {
        const outgoing = connect(Number(target.port), target.hostname);
        for (const socket of [incoming, outgoing]) {
          sockets.add(socket);
          socket.on('error', () => socket.destroy());
          socket.on('close', () => {
            sockets.delete(socket);
            incoming.destroy();
            outgoing.destroy();
          });
        }
        incoming.pipe(outgoing).pipe(incoming);
      }).listen(port, '127.0.0.1', resolve);
    });
  const shut = () =>
    new Promise<void>((resolve) => {
      if (!server) return resolve();
      server.close(() => resolve());
      server = null;
      for (const socket of sockets) socket.destroy();
    });

  const control = createHttpServer((request, response) => {
    const act = request.url === '/shut' ? shut : open;
    act().then(() => response.end());
  });
  await open();
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  const { port: controlPort } = control.address() as AddressInfo;
  return {
    databaseUrl: Object.assign(new URL(databaseUrl), { port: String(port) }).href,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    close() {
      control.close();
      void shut();
    },
  };
}
