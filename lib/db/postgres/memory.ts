import 'server-only';
import { totalmem } from 'node:os';

/** Megabytes with which Postgres starts where the machine gives it no more. */
export const leastShared = 128;
const mostShared = 4096;

/**
 * Megabytes of tables and indexes that Postgres holds in its own memory: a quarter of the machine's, as its manual says
 * (“Resource Consumption”, `shared_buffers`), from 128 to 4096. Only what is used of it is taken from the machine.
 */
export function sharedMegabytes(memory: number): number {
  const quarter = Math.floor(memory / 4 / 2 ** 20);
  return Math.min(Math.max(quarter, leastShared), mostShared);
}

/** Bytes of memory that this process can use: the machine's, or less where a container sets a limit. */
export function machineMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
