import { parseArgs } from 'node:util';
import { AppError } from '@/lib/errors';
import { publicData } from '@/lib/i18n/messages/public-data';
import { looksLikeAddress } from '@/lib/imports/public/address';

/** What `npm run data` is asked for. */
export type DataArguments = { does: 'list' } | GetArguments;

export type GetArguments = {
  does: 'get';
  name: string;
  /** Slug of the data set that it goes into; null = the one that the catalogue names. */
  dataset: string | null;
  dryRun: boolean;
  status: 'draft' | 'published';
  /** Another address, or a file that was fetched by hand. */
  from: string | null;
  sha256: string | null;
  /** Where the file is kept; null = it is taken away after the import. */
  keep: string | null;
  /** Whether it is fetched without a question. */
  yes: boolean;
  withoutRefused: boolean;
  careReason: string | null;
  encoding: string | null;
  refused: string | null;
};

export const dataUsage =
  'Usage: npm run data -- list\n' +
  '       npm run data -- get NAME [--dataset SLUG] [--dry-run] [--status draft|published] [--from ADDRESS|FILE]\n' +
  '         [--sha256 HEX] [--keep FILE] [--yes] [--without-refused] [--refused FILE] [--care-reason TEXT]\n' +
  '         [--encoding NAME]';

/** Reads the arguments. @throws AppError `invalid` with a sentence that names the one that is wrong. */
export function readDataArguments(args: readonly string[]): DataArguments {
  const { values, positionals } = parse(args);
  const [does, name, ...rest] = positionals;
  if (does === 'list') {
    const [more = name] = Object.keys(values).map((one) => `--${one}`);
    if (more !== undefined) throw wrong(`“${more}” is too much: list takes nothing more.`);
    return { does };
  }
  if (does !== 'get') throw wrong(does ? `“${does}” can't be done; list and get can.` : 'Say list or get.');
  if (name === undefined) throw wrong('Name the data set to get; list shows the names.');
  if (rest[0] !== undefined) throw wrong(`“${rest[0]}” is too much: one data set is got at a time.`);
  const { sha256 = null, from = null, keep = null, status = 'draft' } = values;
  if (sha256 !== null && !/^[0-9a-f]{64}$/i.test(sha256))
    throw wrong(`--sha256 is 64 digits from 0 to f; “${sha256}” is not.`);
  if (status !== 'draft' && status !== 'published')
    throw wrong(`--status is draft or published; “${status}” is not.`);
  if (keep !== null && from !== null && !looksLikeAddress(from))
    throw wrong('--keep is for what is fetched, and with --from FILE nothing is.');
  return {
    does,
    name,
    dataset: values.dataset ?? null,
    dryRun: values['dry-run'] ?? false,
    status,
    from,
    sha256,
    keep,
    yes: values.yes ?? false,
    withoutRefused: values['without-refused'] ?? false,
    careReason: values['care-reason'] ?? null,
    encoding: values.encoding ?? null,
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
        'dry-run': { type: 'boolean' },
        status: { type: 'string' },
        from: { type: 'string' },
        sha256: { type: 'string' },
        keep: { type: 'string' },
        yes: { type: 'boolean' },
        'without-refused': { type: 'boolean' },
        'care-reason': { type: 'string' },
        encoding: { type: 'string' },
        refused: { type: 'string' },
      },
    });
  } catch (thrown) {
    throw wrong(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

const wrong = (sentence: string) => new AppError('invalid', publicData.usage(sentence, dataUsage));
