import { z } from 'zod';
import { isCivilDate } from '@/lib/dates/civil';
import type { Sort, SortKey } from './row';

/**
 * Where a row stands in a sorted list: the values by which the list is sorted, and the id that breaks ties. The
 * values are those of `sortValues` (lib/incidents/order/where.ts).
 */
export type Position = { values: readonly (string | number)[]; id: string };

/** Longest cursor that is read, in characters. */
export const longestCursor = 1_200;

const civil = z.string().refine(isCivilDate);
/** Text as the database can hold it: without NUL. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\u0000'));

const values: Record<SortKey, z.ZodType<(string | number)[]>> = {
  date: z.tuple([civil, civil]),
  // 100 characters of the database may be 200 of a JavaScript string.
  title: z.tuple([text(200)]),
  type: z.tuple([text(60)]),
  place: z.tuple([text(300)]),
  size: z.tuple([z.int().min(0).max(2_147_483_647)]),
};

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const sortText = ({ key, descending }: Sort) => (descending ? `-${key}` : key);

/** A position as one opaque word for addresses; it holds the sort that it belongs to. Pure. */
export function writeCursor(sort: Sort, { values, id }: Position): string {
  return Buffer.from(JSON.stringify([sortText(sort), values, id])).toString('base64url');
}

/** The position that a cursor names; null = it is none of ours, or belongs to another sort. Pure. */
export function readCursor(cursor: string, sort: Sort): Position | null {
  if (cursor.length > longestCursor || !/^[\w-]+$/.test(cursor)) return null;
  const shape = z.tuple([z.literal(sortText(sort)), values[sort.key], id]);
  const read = shape.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  return read.success ? { values: read.data[1], id: read.data[2] } : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
