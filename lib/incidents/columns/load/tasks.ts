import type { ClientBase } from 'pg';

/** Something that is read over a connection. */
export type Task = (client: ClientBase) => Promise<void>;

/** Does tasks in their order, as many at a time as there are connections. */
export async function shareOut(clients: readonly ClientBase[], tasks: readonly Task[]): Promise<void> {
  const left = tasks.values();
  await Promise.all(
    clients.map(async (client) => {
      for (const task of left) await task(client);
    }),
  );
}
