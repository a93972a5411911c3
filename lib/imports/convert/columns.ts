/** Finds columns by their names as a mapping spells them. */
export type Columns = {
  /** Its number from 0; -1 = the table has no such column. Case and spaces around it do not count. */
  indexOf: (name: string) => number;
  /** All names, in order; '' = a column without one. */
  names: readonly string[];
};

const fold = (name: string) => name.trim().toLowerCase();

export function makeColumns(names: readonly string[]): Columns {
  const exact = new Map<string, number>();
  const folded = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    if (!exact.has(name)) exact.set(name, index);
    if (!folded.has(fold(name))) folded.set(fold(name), index);
  }
  return { names, indexOf: (name) => exact.get(name) ?? folded.get(fold(name)) ?? -1 };
}
