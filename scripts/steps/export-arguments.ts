import { type RecordFormat, recordFormats } from '@/lib/exports/formats';
import { namedArguments } from './named-arguments';

/** What `npm run export` is asked for. `out` null = the standard output; `query`: as in an address, without `?`. */
export type ExportArguments = {
  format: RecordFormat;
  out: string | null;
  query: string;
  as: 'public' | 'editor';
};

const known = [
  { name: '--format', example: 'csv' },
  { name: '--out', example: 'incidents.csv' },
  { name: '--query', example: '"type=strike&place=440800"' },
  { name: '--as', example: 'editor' },
] as const;

/** Reads the arguments; throws a sentence that names the one that is wrong. */
export function readExportArguments(args: readonly string[]): ExportArguments {
  const { given, words } = namedArguments(args, known);
  if (words.length > 0) throw new Error(`“${words[0]}” is too much: each argument has a name.`);
  return {
    format: oneOf('--format', given.get('--format') ?? 'csv', recordFormats),
    out: given.get('--out') ?? null,
    query: (given.get('--query') ?? '').replace(/^\?/, ''),
    as: oneOf('--as', given.get('--as') ?? 'public', ['public', 'editor'] as const),
  };
}

function oneOf<Value extends string>(name: string, text: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === text);
  if (found === undefined)
    throw new Error(`${name} can be ${allowed.join(', ')}; “${text}” is none of them.`);
  return found;
}
