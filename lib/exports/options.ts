import { z } from 'zod';
import { type ImageShape, imageShapes } from '@/lib/charts/shapes';
import { type CivilDate, isCivilDate } from '@/lib/dates/civil';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { type RecordFormat, type ValueMode, valueModes } from './formats';

/** What the address of an export of records asks for beside the selection. */
export type RecordOptions = {
  values: ValueMode;
  bom: boolean;
  /** Of a package: it also tells what was changed since that day. */
  since?: CivilDate;
};

/** The parameters of each format beside those of the selection. */
export const recordParams: Record<RecordFormat, readonly string[]> = {
  csv: ['values', 'bom'],
  xlsx: ['values'],
  json: ['values'],
  ndjson: ['values'],
  geojson: ['values'],
  parquet: ['values'],
  arrow: ['values'],
  zip: ['values', 'since'],
};

/**
 * Reads the options of an export of records from its address.
 * @throws AppError `invalid` naming the parameter that could not be taken.
 */
export function recordOptions(params: URLSearchParams, locale: Locale): RecordOptions {
  const since = day(params, 'since', locale);
  return {
    values: oneOf(params, 'values', valueModes, 'codes', locale),
    bom: oneOf(params, 'bom', ['0', '1'], '0', locale) === '1',
    ...(since === null ? {} : { since }),
  };
}

/** A civil day, as `2026-01-31`; null = not given. */
function day(params: URLSearchParams, field: string, locale: Locale): CivilDate | null {
  const given = params.getAll(field).join(' ');
  if (!params.has(field)) return null;
  if (isCivilDate(given)) return given;
  throw refused(field, given, exportMessages[locale].files.notADay(field));
}

/**
 * Reads the shape of an image from its address; `screen` where it is not given.
 * @throws AppError `invalid` for anything else.
 */
export function imageShape(params: URLSearchParams, locale: Locale): ImageShape {
  return oneOf(params, 'shape', imageShapes, 'screen', locale);
}

function oneOf<Value extends string>(
  params: URLSearchParams,
  field: string,
  allowed: readonly Value[],
  usual: Value,
  locale: Locale,
): Value {
  const given = params.getAll(field);
  const result = z.enum(allowed).safeParse(given.length === 0 ? usual : given.join(' '));
  if (result.success) return result.data;
  throw refused(field, given.join(' '), exportMessages[locale].files.notAllowed(field, allowed.join(', ')));
}

const refused = (field: string, value: string, message: string) =>
  new AppError('invalid', message, { fields: [{ field, value: value.slice(0, 80), message }] });
