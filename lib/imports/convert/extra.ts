import { isAdded } from '../files';
import type { Columns } from './columns';
import type { Draft } from './draft';
import type { ConvertOptions } from './options';

/** How a reader of JSON names what an export of ours keeps beside a record: `extra.colour`. */
const within = 'extra.';

/**
 * Keeps the cells of a row that no field took whole, as the text of a JSON object by the names of their columns, in
 * the order of their names; null = none is left. In a file of our own the column `extra` holds such an object already,
 * or each column `extra.` and a name one of its cells.
 */
export function makeExtra(
  { mapping, own }: ConvertOptions,
  columns: Columns,
): (cells: readonly string[], draft: Draft) => string | null {
  const left = new Set(mapping.left.map((name) => columns.indexOf(name)));
  const ownAt = own ? columns.indexOf('extra') : -1;
  if (ownAt >= 0) left.add(ownAt);
  const kept = columns.names
    .map((name, at) => ({
      at,
      name: name === '' ? String(at + 1) : own ? withoutStart(name) : name,
      key: '',
    }))
    .filter(({ at, name }) => !left.has(at) && !isAdded(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ at, name }) => ({ at, key: `${JSON.stringify(name)}:` }));
  return (cells, draft) => {
    const given = ownAt < 0 ? '' : (cells[ownAt] ?? '');
    let text = '';
    if (given !== '') {
      const found = textsOf(given);
      if (found === null)
        draft.faults.push({ rule: 'bad-extra', column: 'extra', value: given.slice(0, 80) });
      else text = found;
    }
    for (const { at, key } of kept) {
      const cell = cells[at];
      if (cell === undefined || cell === '' || draft.taken[at] === 1) continue;
      text += `${text === '' ? '' : ','}${key}${JSON.stringify(cell)}`;
    }
    return text === '' ? null : `{${text}}`;
  };
}

const withoutStart = (name: string) => (name.startsWith(within) ? name.slice(within.length) : name);

/** What stands within the braces of the text of an object of texts, its names in order; null = it is none. */
function textsOf(text: string): string | null {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return null;
    const entries = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1));
    if (entries.some(([, value]) => typeof value !== 'string')) return null;
    return entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',');
  } catch {
    return null;
  }
}
