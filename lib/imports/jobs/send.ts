import 'server-only';
import { boss, queueName } from './boss';

/** Puts an import into the queue, from which whichever copy of the app is free takes it. */
export async function sendToQueue(batch: string): Promise<void> {
  const queue = await boss();
  await queue.send(queueName, { batch });
}
