import type { Crosswalk, IncidentMapping } from '../plan';
import { type TargetKey, targetKeys, targetOf } from '../targets';
import { bound } from './headers';
import {
  type Cells,
  codedTargetOf,
  looksLikeDays,
  looksLikeDivisions,
  looksLikeLatitude,
  looksLikeLongitude,
  looksLikeSizes,
  splitOf,
} from './suggest-content';
import { type Named, namedRole, placeLevel, type Why } from './suggest-names';
import type { Role } from './suggest-words';
import { exactness, incidents, needed, table } from './tables';

/** A column that was suggested for something, and why. */
export type Reason = { column: string; role: Role; why: Why };

/** A mapping to begin with. Where no day was found, `dates.start` is the column '', and somebody has to choose. */
export type Suggestion = { mapping: IncidentMapping; reasons: Reason[] };

/** Roles that several columns may share. */
const shared: ReadonlySet<Role> = new Set<Role>([
  'issues',
  'groups',
  'forms',
  'targets',
  'responses',
  'placeName',
]);

type Taken = Named & { column: string; cells: Cells };

/**
 * Suggests how a table is mapped that no preset fits: by the names of its columns in English or Chinese, then by what
 * the cells of the rest look like. `samples` are its first rows. Places are found by the engine; here only their
 * columns are named.
 */
export function suggestMapping(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): Suggestion {
  const columns = headers.map((column, index) => ({
    column,
    cells: samples.flatMap((row) => (row[index]?.trim() ? [row[index]] : [])),
  }));
  const taken: Taken[] = [];
  const has = (role: Role) => taken.some((one) => one.role === role);

  const named = columns.flatMap((one) => {
    const found = one.column.trim() === '' ? null : namedRole(one.column);
    return found ? [{ ...one, ...found }] : [];
  });
  // The surest name of a role first; of the rest, only those of roles that may be shared.
  for (const one of [...named].sort((a, b) => a.rank - b.rank))
    if (shared.has(one.role) || !has(one.role)) taken.push(one);
  dropPartsOfDay(taken);

  for (const one of columns) {
    if (one.column.trim() === '' || named.some(({ column }) => column === one.column)) continue;
    const role = contentRole(one.cells, has);
    if (role) taken.push({ ...one, role, why: 'content', rank: 100 });
  }
  taken.sort((a, b) => headers.indexOf(a.column) - headers.indexOf(b.column));
  return {
    mapping: mappingOf(taken),
    reasons: taken.map(({ column, role, why }) => ({ column, role, why })),
  };
}

/** Year, month and day are needed together, and only where no column holds the day as a whole. */
function dropPartsOfDay(taken: Taken[]): void {
  const parts = taken.filter(({ role }) => role === 'year' || role === 'month' || role === 'day');
  if (parts.length === 3 && !taken.some(({ role }) => role === 'start')) return;
  for (const part of parts) taken.splice(taken.indexOf(part), 1);
}

/** What the cells of a column look like, of what is still looked for; null = nothing in particular. */
function contentRole(cells: Cells, has: (role: Role) => boolean): Role | null {
  if (!has('start') && !has('year') && looksLikeDays(cells)) return 'start';
  if (!has('latitude') && looksLikeLatitude(cells)) return 'latitude';
  if (!has('longitude') && looksLikeLongitude(cells)) return 'longitude';
  if (!has('placeCode') && looksLikeDivisions(cells)) return 'placeCode';
  const coded = codedTargetOf(cells);
  if (coded && !has(coded)) return coded;
  return !has('size') && !has('sizeMin') && !has('sizeMax') && looksLikeSizes(cells) ? 'size' : null;
}

function mappingOf(taken: readonly Taken[]): IncidentMapping {
  const columnOf = (role: Role) => taken.find((one) => one.role === role)?.column ?? null;
  // Beside bounds in columns of their own, the text of a size is only kept.
  const bounds = columnOf('sizeMin') !== null || columnOf('sizeMax') !== null;
  const crosswalks = new Map<string, Crosswalk>();
  const bindings = taken.flatMap(({ role, column, cells }) => {
    const target = role === 'size' && bounds ? 'sizeText' : role;
    if (!isTarget(target)) return [];
    const { kind, vocabulary } = targetOf(target);
    if (vocabulary === null) return [bound(target, column)];
    crosswalks.set(target, table(target, vocabulary, {}));
    const split = kind === 'code' ? null : splitOf(cells, vocabulary);
    return [bound(target, column, { split, crosswalk: target })];
  });
  const [year, month, day] = [columnOf('year'), columnOf('month'), columnOf('day')];
  const end = columnOf('end');
  return incidents({
    bindings,
    crosswalks: [
      ...crosswalks.values(),
      table('datePrecision', 'datePrecision', {}),
      table('placePrecision', 'placePrecision', {}),
    ],
    dates: {
      start: year && month && day ? { year, month, day } : needed(columnOf('start')),
      end: end === null ? null : { column: end },
      precision: exactness(columnOf('datePrecision'), 'datePrecision'),
    },
    place: {
      code: columnOf('placeCode'),
      names: taken
        .filter(({ role }) => role === 'placeName')
        .map(({ column }) => column)
        .sort((a, b) => placeLevel(a) - placeLevel(b))
        .slice(0, 8),
      latitude: columnOf('latitude'),
      longitude: columnOf('longitude'),
      precision: exactness(columnOf('placePrecision'), 'placePrecision'),
    },
  });
}

const isTarget = (role: Role): role is TargetKey => targetKeys.some((key) => key === role);
