import { parseArgs } from 'node:util';

/** What `npm run import` is asked for. */
export type ImportArguments = {
  files: string[];
  dataset: string;
  /** Title of the data set, where it is to be made. */
  title: string | null;
  preset: string | null;
  /** A file with a mapping, or the name of one that was kept. */
  map: string | null;
  dryRun: boolean;
  status: 'draft' | 'published';
  withoutRefused: boolean;
  overwriteEdited: boolean;
  evidence: boolean;
  /** Why rows that may name a person are taken; null = they are refused. */
  careReason: string | null;
  encoding: string | null;
  dates: 'ymd' | 'dmy' | 'mdy' | null;
  key: string[];
  /** Where the rows that are refused are written to; null = nowhere. */
  refused: string | null;
};

export const importUsage =
  'Usage: npm run import -- FILE … --dataset SLUG [--title TEXT] [--preset NAME] [--map FILE] [--dry-run]\n' +
  '  [--status draft|published] [--without-refused] [--overwrite-edited] [--no-evidence] [--care-reason TEXT]\n' +
  '  [--encoding NAME] [--dates ymd|dmy|mdy] [--key COLUMN …] [--refused FILE]';

/** Reads the arguments; throws a sentence that names the one that is wrong. */
export function readImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new Error(`Name a file to import.\n${importUsage}`);
  if (!values.dataset) throw new Error(`Name the data set: --dataset SLUG.\n${importUsage}`);
  return {
    files: positionals,
    dataset: values.dataset,
    title: values.title ?? null,
    preset: values.preset ?? null,
    map: values.map ?? null,
    dryRun: values['dry-run'] ?? false,
    status: oneOf('--status', values.status ?? 'draft', ['draft', 'published']),
    withoutRefused: values['without-refused'] ?? false,
    overwriteEdited: values['overwrite-edited'] ?? false,
    evidence: !(values['no-evidence'] ?? false),
    careReason: values['care-reason'] ?? null,
    encoding: values.encoding ?? null,
    dates:
      values.dates === undefined
        ? null
        : oneOf<'ymd' | 'dmy' | 'mdy'>('--dates', values.dates, ['ymd', 'dmy', 'mdy']),
    key: values.key ?? [],
    refused: values.refused ?? null,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        dataset: { type: 'string' },
        title: { type: 'string' },
        preset: { type: 'string' },
        map: { type: 'string' },
        'dry-run': { type: 'boolean' },
        status: { type: 'string' },
        'without-refused': { type: 'boolean' },
        'overwrite-edited': { type: 'boolean' },
        'no-evidence': { type: 'boolean' },
        'care-reason': { type: 'string' },
        encoding: { type: 'string' },
        dates: { type: 'string' },
        key: { type: 'string', multiple: true },
        refused: { type: 'string' },
      },
    });
  } catch (thrown) {
    throw new Error(`${thrown instanceof Error ? thrown.message : thrown}\n${importUsage}`);
  }
}

function oneOf<Value extends string>(name: string, value: string, known: readonly Value[]): Value {
  const found = known.find((one) => one === value);
  if (!found) throw new Error(`${name} must be ${known.join(' or ')}; “${value}” is not.`);
  return found;
}
