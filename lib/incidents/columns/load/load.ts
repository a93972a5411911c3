import 'server-only';
import type { ClientBase } from 'pg';
import type { Columns } from '../types';
import { pieceRows, type Room } from './arrays';
import { bytesOf, TooManyForMemory } from './bytes';
import type { Cells } from './copy';
import { OnIncidents } from './hanging';
import { Incidents } from './incidents';
import { keysOf } from './keys';
import {
  type Among,
  halvesOf,
  inSnapshot,
  inSnapshotOf,
  type KnownDataset,
  readDatasets,
  readPaths,
  readRoughCount,
  readRows,
  readVersion,
} from './queries';
import { shareOut } from './tasks';

/**
 * `mostBytes`: more than that is not loaded. `shared`: the arrays of rows can be used by several threads. `beside`:
 * another connection that takes a part of the reading.
 */
export type LoadOptions = { mostBytes?: number; shared?: boolean; beside?: ClientBase | null };

/** Bytes that a row takes at least. */
const leastBytes = 20;

/**
 * Reads the published incidents into columns, in one snapshot of the database, over connections that nobody else
 * uses meanwhile. After an error they are of no use any more.
 * @throws TooManyForMemory when they take more than `mostBytes`.
 */
export function loadColumns(
  client: ClientBase,
  { mostBytes = Number.POSITIVE_INFINITY, shared = true, beside = null }: LoadOptions = {},
): Promise<Columns> {
  return inSnapshot(client, async () => {
    check((await readRoughCount(client)) * leastBytes, mostBytes);
    const version = await readVersion(client);
    const room = (rows: number) => ({ capacity: capacityFor(rows), shared });
    const load = (clients: readonly [ClientBase, ...ClientBase[]]) =>
      readColumns(clients, version, null, room, mostBytes);
    const { columns } = await (beside
      ? inSnapshotOf(client, beside, () => load([client, beside]))
      : load([client]));
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

/**
 * Reads the published incidents within the transaction of a connection, or within those of several that see the same;
 * or some of them, without paths of places.
 */
export async function readColumns(
  clients: readonly [ClientBase, ...ClientBase[]],
  version: number,
  among: Among,
  roomFor: (rows: number) => Room,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<{ columns: Columns; idOf: (row: number) => string }> {
  const [client] = clients;
  const datasets = await readDatasets(client);
  const incidents = new Incidents();
  const { ids } = incidents;
  const partsOf = (table: 'incidents' | 'claims') => (clients.length > 1 ? halvesOf(client, table) : [null]);
  const take = (cells: Cells) => {
    incidents.add(cells);
    if (ids.size % pieceRows === 0) check(incidents.memory, mostBytes);
  };
  const parts = await partsOf('incidents');
  await shareOut(
    clients,
    parts.map((half) => (one) => readRows(one, 'incidents', { among, half }, take)),
  );
  const onIncidents = new OnIncidents(ids, among);
  const room = roomFor(ids.size);
  // What incidents say themselves is put in order while the rest is read.
  const [{ fields, order, ...ofRows }] = await Promise.all([
    inOrder(incidents, room, new Map(datasets.map(({ id, slug }) => [id, slug]))),
    shareOut(clients, onIncidents.tasks(await partsOf('claims'))),
  ]);
  const columns: Columns = {
    version,
    origin: newOrigin(),
    rows: ids.size,
    dead: new Uint32Array(0),
    ...ofRows,
    fields: { ...fields, ...(await onIncidents.build(client, order, room)) },
    synthetic: syntheticOf(datasets),
    paths: among ? new Map() : ((await readPaths(client)) ?? new Map()),
  };
  return { columns, idOf: (row) => ids.text(order[row] as number) };
}

/** What incidents say themselves, in order of day, and that order. */
async function inOrder(incidents: Incidents, room: Room, slugs: ReadonlyMap<string, string>) {
  const { ids } = incidents;
  const firsts = ids.firstWords();
  const order = incidents.order(ids.byId(firsts).rows);
  const keys = await keysOf(ids, firsts, order, room);
  return { order, ...keys, ...(await incidents.build(order, room, slugs)) };
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
