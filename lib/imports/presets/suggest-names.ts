import type { Field } from '@/lib/fields/types';
import { incidentFields } from '@/lib/incidents/fields';
import { placeLevels, type Role, roleOfField, words } from './suggest-words';

/** Why a column was suggested: its name is that of the field, it is another name of it, or the cells look like it. */
export type Why = 'name' | 'alias' | 'content';

/** What the name of a column says: `rank` is less the surer it is. */
export type Named = { role: Role; why: Why; rank: number };

/** The form in which names typed by hand are compared: no case, spaces, signs or words in brackets. */
export const looseKey = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s_\-./:：*#"'、，,]+/g, '');

const byName = new Map<string, Named>();
function add(names: readonly string[], role: Role, why: Why, rank: number) {
  for (const [index, name] of names.entries())
    if (!byName.has(looseKey(name))) byName.set(looseKey(name), { role, why, rank: rank + index });
}
const fields = incidentFields.flatMap((field: Field) => {
  const role = field.key in roleOfField ? roleOfField[field.key] : (field.key as Role);
  return role ? [{ field, role }] : [];
});
for (const { field, role } of fields) add([field.column, field.label.en, field.label.zh], role, 'name', 0);
for (const { field, role } of fields) add(field.aliases, role, 'alias', 10);
for (const [role, names] of Object.entries(words)) add(names, role as Role, 'alias', 30);
for (const names of placeLevels) add(names, 'placeName', 'alias', 30);
// In a sheet typed by hand such a column may hold names of people, which must not become titles.
byName.delete('name');

/** What the name of a column says it is; null = nothing. */
export const namedRole = (header: string): Named | null => byName.get(looseKey(header)) ?? null;

/** The level that the name of a column of places says, from 0 for the widest. */
export function placeLevel(header: string): number {
  const level = placeLevels.findIndex((names) => names.some((name) => looseKey(name) === looseKey(header)));
  return level < 0 ? placeLevels.length : level;
}
