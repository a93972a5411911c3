import 'server-only';
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { AppError } from '@/lib/errors';
import { publicData } from '@/lib/i18n/messages/public-data';
import { openAddress } from './address';
import { answerFault, beginsLikePage, networkFault, webPage, writeFault } from './faults';
import { Line } from './line';

/** What a download may take at most. */
export type Limits = {
  bytes: number;
  /** Until a host answers, at each step of the way. */
  connectMs: number;
  /** Between two pieces of the file. */
  stalledMs: number;
};

export const usualLimits: Limits = { bytes: 4_000_000_000, connectMs: 30_000, stalledMs: 60_000 };

/** Bytes by which a web page is told. */
const headBytes = 512;

export type Download = {
  address: string;
  /** Where it is written to; what lies there is written over, and taken away when it fails. */
  target: string;
  /** The sum that it must have; null = any. */
  sha256: string | null;
  limits?: Limits;
  /** Is told how many bytes came, of how many (null = the host does not say). */
  tell?: (bytes: number, of: number | null) => void;
};

/**
 * Downloads a file and checks it. Only commands call this, on the machine of whoever asks; the app fetches nothing.
 * @throws AppError with one sentence that says what is wrong.
 */
export async function download(wanted: Download): Promise<{ bytes: number; sha256: string }> {
  const { address, target, sha256, limits = usualLimits } = wanted;
  const line = new Line();
  let host = address;
  try {
    const response = await openAddress(address, {
      signal: line.signal,
      step(url) {
        host = url.host;
        line.expect(limits.connectMs, publicData.noAnswer(host, secondsOf(limits.connectMs)));
      },
    });
    const fault = answerFault(response, host);
    if (fault) throw fault;
    const came = await save(watched(response, host, line, wanted), target);
    if (came.bytes === 0) throw new AppError('invalid', publicData.empty(host));
    requireSum(came.sha256, sha256);
    return came;
  } catch (thrown) {
    await rm(target, { force: true });
    throw networkFault(line.signal.aborted ? line.signal.reason : thrown, host);
  } finally {
    line.close();
  }
}

/** @throws AppError `invalid` where a sum is not the one that is wanted; null = any will do. */
export function requireSum(found: string, wanted: string | null): void {
  if (wanted !== null && found !== wanted.toLowerCase())
    throw new AppError('invalid', publicData.sumDiffers(wanted.toLowerCase(), found));
}

/** The pieces of an answer as they come, held to the limits. */
async function* watched(
  response: Response,
  host: string,
  line: Line,
  { limits = usualLimits, tell = () => {} }: Download,
): AsyncGenerator<Uint8Array> {
  const { body, headers } = response;
  const tooLarge = () => new AppError('too-large', publicData.tooLarge(host, sizeOf(limits.bytes)));
  // The length of what is packed on its way says nothing of the file.
  const packed = !['', 'identity'].includes(headers.get('content-encoding') ?? '');
  const length = packed ? null : headers.get('content-length');
  const whole = length === null ? null : Number(length);
  if (whole !== null && whole > limits.bytes) throw tooLarge();
  const reader = body?.getReader();
  let bytes = 0;
  let head: Uint8Array = new Uint8Array();
  while (reader) {
    line.expect(limits.stalledMs, publicData.stalled(host, secondsOf(limits.stalledMs)));
    const { done, value } = await reader.read();
    line.rest();
    if (done) break;
    bytes += value.length;
    if (bytes > limits.bytes) throw tooLarge();
    if (head.length < headBytes) {
      head = Buffer.concat([head, value]).subarray(0, headBytes);
      if (beginsLikePage(head)) throw webPage(host);
    }
    tell(bytes, whole);
    yield value;
  }
  if (whole !== null && bytes !== whole) throw new AppError('unavailable', publicData.cut(host));
}

/** Writes pieces to a file and sums them. */
async function save(pieces: AsyncIterable<Uint8Array>, target: string) {
  const sum = createHash('sha256');
  let bytes = 0;
  const written = <Done>(doing: Promise<Done>): Promise<Done> =>
    doing.catch((thrown) => {
      throw writeFault(thrown, target);
    });
  const file = await written(open(target, 'w'));
  try {
    for await (const piece of pieces) {
      await written(file.appendFile(piece));
      sum.update(piece);
      bytes += piece.length;
    }
  } finally {
    await file.close();
  }
  return { bytes, sha256: sum.digest('hex') };
}

const secondsOf = (ms: number) => String(ms / 1_000);

/** A number of bytes, for the eye. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const power = Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${['B', 'kB', 'MB', 'GB'][power]}`;
}
