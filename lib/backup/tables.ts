/** Why a table is not in a backup. */
type Reason =
  /** It counts on the database that it is in. */
  | 'of-this-database'
  /** It holds who is signed in, and from where; nobody stays signed in beyond a restore. */
  | 'of-the-moment';

/**
 * The tables that a backup leaves out; it holds all others, whatever they are called. A new table is therefore kept
 * unless it is named here.
 */
export const leftOut: Readonly<Record<string, Reason>> = {
  _prisma_migrations: 'of-this-database',
  data_version: 'of-this-database',
  data_stamps: 'of-this-database',
  changed_incidents: 'of-this-database',
  sessions: 'of-the-moment',
  known_devices: 'of-the-moment',
  sign_in_tries: 'of-the-moment',
  write_counts: 'of-the-moment',
  read_counts: 'of-the-moment',
};

/** A table as a backup holds it. */
export type BackupTable = {
  name: string;
  /** All columns but those that the database works out. */
  columns: string[];
  /** The columns by which its rows are sorted, each with whether it is a text; no two rows have the same. */
  order: { name: string; text: boolean }[];
  /** Other tables that its rows point at. */
  needs: string[];
};

/** The name of the file of a table. */
export const fileOf = ({ name }: Pick<BackupTable, 'name'>): string => `tables/${name}.csv`;

/**
 * The tables in an order in which they can be filled: each after those that it points at, else by name. Pure.
 * @throws Error where tables point at each other in a circle.
 */
export function inOrder(tables: readonly BackupTable[]): BackupTable[] {
  const left = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const done: BackupTable[] = [];
  while (left.length > 0) {
    const next = left.findIndex(({ needs }) => needs.every((name) => !left.some((one) => one.name === name)));
    const [table] = next < 0 ? [] : left.splice(next, 1);
    if (!table)
      throw new Error(`tables that point at each other: ${left.map(({ name }) => name).join(', ')}`);
    done.push(table);
  }
  return done;
}
