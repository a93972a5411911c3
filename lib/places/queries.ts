import 'server-only';
import { type Db, database, sql } from '@/lib/db/query';
import type { PlaceNode } from './tree';

/** Every place there is, by path: what an import may name. */
export function listAllPlaces(db: Db): Promise<PlaceNode[]> {
  return db.query(sql`SELECT p.id, p.code, p.name_en AS "nameEn", p.name_zh AS "nameZh", p.level,
      p.parent_id AS "parentId", p.path, p.aliases FROM places p ORDER BY p.path COLLATE "C"`);
}

/** The population that rates of a place are made with: people, the year, and who says so. */
export type PreferredPopulation = { people: number; year: number; origin: string };

const keepForMs = 60_000;
type Kept = { tree: Promise<PlaceNode[]>; until: number };
// On the process: a page and a route are bundled apart, and each would hold a copy of its own.
const held = globalThis as unknown as { daybookPlaces?: Kept | undefined };

/**
 * All divisions down to the county, and the places below that records use, with the places above those;
 * ordered by path. Read at most once a minute in each process, so a new place may be missing for as long.
 */
export function getPlaceTree(): Promise<PlaceNode[]> {
  const kept = held.daybookPlaces;
  if (kept && kept.until > Date.now()) return kept.tree;
  const tree = readTree();
  const entry = { tree, until: Date.now() + keepForMs };
  held.daybookPlaces = entry;
  tree.catch(() => {
    if (held.daybookPlaces === entry) held.daybookPlaces = undefined;
  });
  return tree;
}

/** Lets the next reader in this process read the places anew, once their names have changed. */
export function forgetPlaceTree(): void {
  held.daybookPlaces = undefined;
}

function readTree(): Promise<PlaceNode[]> {
  return database.query<PlaceNode>(sql`
    WITH used AS (
      SELECT place_id AS id FROM incidents WHERE place_id LIKE '%.%'
      UNION SELECT destination_place_id FROM incidents WHERE destination_place_id LIKE '%.%'
      UNION SELECT issuer_place_id FROM directives WHERE issuer_place_id LIKE '%.%'
      UNION SELECT place_id FROM reported_figures WHERE place_id LIKE '%.%'
    ), needed AS (
      SELECT unnest(string_to_array(rtrim(p.path, '/'), '/')) AS id FROM places p JOIN used u ON u.id = p.id
    )
    SELECT p.id, p.code, p.name_en AS "nameEn", p.name_zh AS "nameZh", p.level, p.parent_id AS "parentId",
           p.path, p.aliases
    FROM places p
    WHERE p.level IN ('country', 'province', 'prefecture', 'county') OR p.id IN (SELECT id FROM needed)
    ORDER BY p.path COLLATE "C"`);
}

/** The preferred population of each place that has one; a place without one has no entry. */
export async function preferredPopulations(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, PreferredPopulation>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<PreferredPopulation & { id: string }>(sql`
    SELECT place_id AS id, people, year, origin FROM populations
    WHERE preferred AND place_id = ANY(${[...ids]}::text[])`);
  return new Map(rows.map(({ id, people, year, origin }) => [id, { people, year, origin }]));
}

/** The preferred population of every place that has one. */
export async function listAllPreferredPopulations(db: Db): Promise<Map<string, PreferredPopulation>> {
  const rows = await db.query<PreferredPopulation & { id: string }>(sql`
    SELECT place_id AS id, people, year, origin FROM populations WHERE preferred`);
  return new Map(rows.map(({ id, people, year, origin }) => [id, { people, year, origin }]));
}
