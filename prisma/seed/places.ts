import { readFileSync } from 'node:fs';
import { levelRank, type PlaceLevel } from '@/lib/places/levels';
import { otherCodes } from '@/lib/places/other-codes';
import { type DivisionRow, type PlaceDetails, parseDetails, parseDivisions } from './place-files';

/** A row of `places`; degrees are WGS84, null = not known or has none. */
export type PlaceRow = {
  id: string;
  code: string | null;
  nameEn: string;
  nameZh: string;
  level: PlaceLevel;
  parentId: string | null;
  /** Ids from the country down to the place itself, each followed by `/`. */
  path: string;
  latitude: number | null;
  longitude: number | null;
  aliases: string[];
  note: string | null;
};

/** A row of `populations`; `sourceRef` is the slug of a source of the seed, null = named in `origin` only. */
export type PopulationRow = {
  placeId: string;
  year: number;
  people: number;
  origin: string;
  preferred: boolean;
  sourceRef: string | null;
};

/**
 * All places and populations of the seed, in an order in which every place comes after its parent: the
 * divisions of places.csv, and what place-details.json adds by hand. Throws with the name of the row that
 * is wrong.
 */
export function loadPlaces(): { places: PlaceRow[]; populations: PopulationRow[] } {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
  return joinPlaces(parseDivisions(read('./places.csv')), parseDetails(read('./place-details.json')));
}

/** Puts divisions and hand data together; see `loadPlaces`. */
export function joinPlaces(
  divisions: readonly DivisionRow[],
  details: PlaceDetails,
): { places: PlaceRow[]; populations: PopulationRow[] } {
  const rows = new Map<string, PlaceRow>();
  for (const one of divisions) add(rows, fromDivision(one));
  for (const { parent, ...one } of details.places) {
    add(rows, { ...one, code: null, parentId: parent, path: '', aliases: [...one.aliases] });
  }
  for (const { id, aliases, note } of details.additions) {
    const row = known(rows, id, 'additions');
    row.aliases.push(...aliases);
    row.note = [row.note, note].filter(Boolean).join(' ') || null;
  }
  return { places: [...rows.values()], populations: populationsOf(rows, details) };
}

function fromDivision(row: DivisionRow): PlaceRow {
  const others = otherCodes.filter(({ place }) => place === row.id);
  return {
    id: row.id,
    code: row.code,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    level: row.level,
    parentId: row.parent,
    path: '',
    latitude: row.latitude,
    longitude: row.longitude,
    aliases: [...(row.pinyin ? [row.pinyin] : []), ...others.map(({ code }) => code)],
    note: others.map(({ code, note }) => `${code}: ${note}`).join(' ') || null,
  };
}

/** Adds a place under its parent, which must be there already and of a higher level. */
function add(rows: Map<string, PlaceRow>, row: PlaceRow): void {
  if (rows.has(row.id)) throw new Error(`Place ${row.id} (${row.nameEn}) is there twice.`);
  const parent = row.parentId === null ? null : rows.get(row.parentId);
  if (parent === undefined)
    throw new Error(`Place ${row.id} names a parent that comes later or is not there.`);
  if (parent === null && row.level !== 'country') throw new Error(`Place ${row.id} has no parent.`);
  if (parent && levelRank(parent.level) >= levelRank(row.level)) {
    throw new Error(`Place ${row.id} (${row.level}) lies below ${parent.id} (${parent.level}).`);
  }
  rows.set(row.id, { ...row, path: `${parent?.path ?? ''}${row.id}/` });
}

function populationsOf(rows: Map<string, PlaceRow>, details: PlaceDetails): PopulationRow[] {
  const preferred = new Set<string>();
  return details.populations.flatMap(({ people, ...common }) =>
    Object.entries(people).map(([placeId, count]) => {
      known(rows, placeId, `populations of ${common.year}`);
      if (common.preferred && preferred.has(placeId)) {
        throw new Error(`Place ${placeId} has two preferred populations.`);
      }
      if (common.preferred) preferred.add(placeId);
      return { ...common, placeId, people: count };
    }),
  );
}

function known(rows: Map<string, PlaceRow>, id: string, where: string): PlaceRow {
  const row = rows.get(id);
  if (!row) throw new Error(`place-details.json, ${where}: there is no place ${id}.`);
  return row;
}
