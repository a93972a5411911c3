import { z } from 'zod';
import { placeLevels } from '@/lib/places/levels';

const id = z.string().regex(/^(?:CN|\d{6}(?:\.[a-z0-9-]+)*)$/, 'is not a division code with slugs');
const name = z.string().trim().min(1);
const degrees = (limit: number) =>
  z
    .string()
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.number().min(-limit).max(limit).nullable());

const divisionRow = z
  .object({
    id,
    code: z.string().regex(/^(?:CN|\d{6})$/),
    parent: z
      .string()
      .transform((text) => text || null)
      .pipe(id.nullable()),
    level: z.enum(['country', 'province', 'prefecture', 'county']),
    name_en: name,
    name_zh: name.regex(/^\p{Script=Han}+$/u, 'is not in Chinese characters'),
    latitude: degrees(90),
    longitude: degrees(180),
    /** Empty where the Latin name is the pinyin of the Chinese one. */
    pinyin: z.string(),
  })
  .refine((row) => row.id === row.code, 'the id of a division is its code');

/** One row of places.csv. */
export type DivisionRow = z.infer<typeof divisionRow>;

const details = z.strictObject({
  additions: z.array(
    z.strictObject({ id, aliases: z.array(name).default([]), note: name.nullable().default(null) }),
  ),
  places: z.array(
    z.strictObject({
      id,
      parent: id,
      level: z.enum(placeLevels),
      nameEn: name,
      nameZh: name,
      latitude: z.number().min(-90).max(90).nullable().default(null),
      longitude: z.number().min(-180).max(180).nullable().default(null),
      aliases: z.array(name),
      note: name.nullable(),
    }),
  ),
  populations: z.array(
    z.strictObject({
      year: z.int().min(1900).max(2100),
      origin: name,
      preferred: z.boolean(),
      sourceRef: name.nullable(),
      people: z.record(id, z.int().positive()),
    }),
  ),
});

/** The hand data of place-details.json. */
export type PlaceDetails = z.infer<typeof details>;

/**
 * Reads the text of places.csv. The file has no quoted values; a row with another number of values than the
 * header, or with a value that is not allowed, throws an error that names line and column.
 */
export function parseDivisions(text: string): DivisionRow[] {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line, index) => {
    const values = line.split(',');
    const where = `places.csv, line ${index + 2} (${values[0]})`;
    if (values.length !== columns.length) {
      throw new Error(`${where}: ${values.length} values for ${columns.length} columns.`);
    }
    const row = divisionRow.safeParse(Object.fromEntries(columns.map((column, at) => [column, values[at]])));
    if (!row.success) throw new Error(`${where}: ${problems(row.error)}`);
    return row.data;
  });
}

/** Reads the text of place-details.json; throws an error that names the path of what is wrong. */
export function parseDetails(text: string): PlaceDetails {
  const parsed = details.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`place-details.json: ${problems(parsed.error)}`);
  return parsed.data;
}

function problems(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'row'} ${message}`).join('; ');
}
