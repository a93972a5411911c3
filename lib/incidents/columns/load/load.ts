import 'server-only';
import type { ClientBase } from 'pg';
import type { Columns } from '../types';
import { pieceRows, type Room } from './arrays';
import { bytesOf, TooManyForMemory } from './bytes';
import { readHanging } from './hanging';
import { Incidents } from './incidents';
import { keysOf } from './keys';
import {
  type Among,
  inSnapshot,
  type KnownDataset,
  readDatasets,
  readPaths,
  readRoughCount,
  readRows,
  readVersion,
} from './queries';

/** `mostBytes`: more than that is not loaded. `shared`: the arrays of rows can be used by several threads. */
export type LoadOptions = { mostBytes?: number; shared?: boolean };

/** Bytes that a row takes at least. */
const leastBytes = 20;

/**
 * Reads the published incidents into columns, in one snapshot of the database, over a connection that nobody else
 * uses meanwhile. After an error the connection is of no use any more.
 * @throws TooManyForMemory when they take more than `mostBytes`.
 */
export function loadColumns(
  client: ClientBase,
  { mostBytes = Number.POSITIVE_INFINITY, shared = true }: LoadOptions = {},
): Promise<Columns> {
  return inSnapshot(client, async () => {
    check((await readRoughCount(client)) * leastBytes, mostBytes);
    const room = (rows: number) => ({ capacity: capacityFor(rows), shared });
    const { columns } = await readColumns(client, await readVersion(client), null, room, mostBytes);
    checkMemory(columns, mostBytes);
    return columns;
  });
}

/** Rows that arrays are made for: those that there are, and some that changes add. */
export const capacityFor = (rows: number): number => rows + Math.max(1_024, Math.ceil(rows * 0.02));

/** @throws TooManyForMemory when columns take more than `mostBytes`. */
export function checkMemory(columns: Columns, mostBytes: number): void {
  const { rows, dictionaries } = bytesOf(columns);
  check(rows + dictionaries, mostBytes);
}

/** Reads the published incidents within the transaction of a connection; or some of them, without paths of places. */
export async function readColumns(
  client: ClientBase,
  version: number,
  among: Among,
  roomFor: (rows: number) => Room,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<{ columns: Columns; idOf: (row: number) => string }> {
  const datasets = await readDatasets(client);
  const incidents = new Incidents();
  const { ids } = incidents;
  await readRows(client, 'incidents', among, (cells) => {
    incidents.add(cells);
    if (ids.size % pieceRows === 0) check(incidents.memory, mostBytes);
  });
  const hanging = await readHanging(client, among, ids);
  const byId = ids.order();
  const order = incidents.order(byId);
  const room = roomFor(ids.size);
  const { fields, ...ofRows } = incidents.build(
    order,
    room,
    new Map(datasets.map(({ id, slug }) => [id, slug])),
  );
  const columns: Columns = {
    version,
    origin: newOrigin(),
    rows: ids.size,
    dead: new Uint32Array(0),
    ...ofRows,
    fields: { ...fields, ...hanging(order, room) },
    ...keysOf(ids, byId, order, room),
    synthetic: syntheticOf(datasets),
    paths: among ? new Map() : ((await readPaths(client)) ?? new Map()),
  };
  return { columns, idOf: (row) => ids.text(order[row] as number) };
}

/** A number that no other columns have. */
export const newOrigin = (): number => Math.floor(Math.random() * 2 ** 48);

/** Slugs of the data sets that are made up. */
export const syntheticOf = (datasets: readonly KnownDataset[]): ReadonlySet<string> =>
  new Set(datasets.flatMap(({ slug, origin }) => (origin === 'synthetic' ? [slug] : [])));

function check(bytes: number, mostBytes: number): void {
  if (bytes > mostBytes)
    throw new TooManyForMemory(`the columns take at least ${bytes} bytes, of ${mostBytes} that they may`);
}
