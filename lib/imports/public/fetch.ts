import 'server-only';
import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import { publicData } from '@/lib/i18n/messages/public-data';
import { findPreset } from '../presets/presets';
import { looksLikeAddress, readAddress } from './address';
import type { PublicData } from './catalogue';
import { type Download, download, requireSum } from './download';
import { writeFault } from './faults';

/** What is to be fetched, and from where. */
export type Fetching = {
  entry: PublicData;
  /** Another address than the one that is known, or a file of this machine; null = as known. */
  from: string | null;
  /** The sum that the file must have; null = the known one, where it is fetched from the known address. */
  sha256: string | null;
  /** Where the file is kept besides; null = nowhere. */
  keep: string | null;
} & Pick<Download, 'limits' | 'tell'>;

/** The sum that a file will be held to; null = none is known. */
export const sumFor = ({ entry, from, sha256 }: Pick<Fetching, 'entry' | 'from' | 'sha256'>): string | null =>
  sha256 ?? (from === null ? entry.sha256 : null);

/**
 * Fetches the file of a public data set into a folder, or takes one that was fetched by hand, and checks its sum.
 * Returns where it lies.
 * @throws AppError with a sentence, where it was to be fetched with what to do by hand.
 */
export async function fetchPublicData(wanted: Fetching, folder: string): Promise<string> {
  const { entry, from, keep, limits, tell } = wanted;
  const sha256 = sumFor(wanted);
  if (from !== null && !looksLikeAddress(from)) {
    if (!existsSync(from)) throw new AppError('not-found', publicData.noFile(from));
    if (sha256 !== null) requireSum(await sumOfFile(from), sha256);
    return from;
  }
  if (keep !== null) refuseToKeep(keep);
  const address = from ?? entry.address;
  const target = path.join(folder, from === null ? entry.fileName : nameIn(readAddress(from), entry));
  try {
    await download({ address, target, sha256, limits, tell });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const reason = typeof thrown.words === 'string' ? { en: thrown.words, zh: thrown.words } : thrown.words;
    const where = from === null && entry.page !== address ? `${address} (${entry.page})` : address;
    throw new AppError(thrown.code, publicData.byHand(reason, where, handCommand(entry)), { cause: thrown });
  }
  if (keep !== null)
    await copyFile(target, keep, constants.COPYFILE_EXCL).catch((thrown) => {
      throw writeFault(thrown, keep);
    });
  return target;
}

/** @throws AppError `invalid` where records were asked to be published that are leads only. */
export function refuseToPublish({ preset }: PublicData, status: 'draft' | 'published'): void {
  if (status !== 'draft' && findPreset(preset)?.leads)
    throw new AppError('invalid', importFaults.leadsAreDrafts);
}

/** The command that imports a file that was fetched by hand. */
export const handCommand = ({ name }: PublicData, file = 'FILE'): string =>
  `npm run data -- get ${name} --from ${file}`;

/** Said before anything is fetched. */
function refuseToKeep(file: string): void {
  if (existsSync(file)) throw new AppError('conflict', publicData.fileThere(file));
  if (!existsSync(path.dirname(path.resolve(file))))
    throw new AppError('invalid', publicData.notWritten(file, 'ENOENT'));
}

/** The last part of an address as a name of a file. */
function nameIn({ pathname }: URL, { fileName }: PublicData): string {
  const last = pathname.split('/').at(-1) ?? '';
  return /^[\w][\w.-]{0,100}$/.test(last) && last.includes('.') ? last : fileName;
}

async function sumOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
