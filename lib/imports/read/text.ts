import { type Bytes, uncutPieces } from './bytes';
import { decode, decodeUntilFault } from './encodings';
import { fileFault } from './faults';
import type { FoundEncoding } from './find-encoding';

/** Thrown by `textOf` after the text before the bytes that can't be read. */
export class UnreadableBytes extends Error {}

/**
 * A text in pieces, each ending with a whole character, its line ends all `\n`, its mark taken off.
 * Throws `UnreadableBytes` at the first byte that is not of the encoding, after all that goes before it.
 */
export async function* textOf(bytes: Bytes, { encoding, mark }: FoundEncoding): AsyncGenerator<string> {
  const pieces = encoding.startsWith('utf-16') ? wholePairs(bytes) : uncutPieces(bytes);
  let first = true;
  // A piece may end between the two halves of a line end.
  let held = '';
  for await (const piece of pieces) {
    const rest = first ? piece.subarray(mark) : piece;
    first = false;
    const whole = decode(rest, encoding);
    let text = held + (whole ?? decodeUntilFault(rest, encoding));
    held = text.endsWith('\r') && whole !== null ? '\r' : '';
    if (held) text = text.slice(0, -1);
    if (text.includes('\r')) text = plainLineEnds(text);
    if (text !== '') yield text;
    if (whole === null) throw new UnreadableBytes();
  }
  if (held) yield '\n';
}

/** A text whose line ends are all `\n`. */
export function plainLineEnds(text: string): string {
  const most = text.replaceAll('\r\n', '\n');
  return most.includes('\r') ? most.replaceAll('\r', '\n') : most;
}

/** The bytes of UTF-16 in pieces that cut no pair of bytes and no character. An odd byte at the end stays alone. */
async function* wholePairs(bytes: Bytes): AsyncGenerator<Buffer> {
  let kept: Buffer = Buffer.alloc(0);
  for await (const piece of bytes.read()) {
    const all = kept.length === 0 ? piece : Buffer.concat([kept, piece]);
    // The last four bytes may be the first half of a character and the beginning of a line end.
    const end = Math.max(0, (all.length - 4) & ~1);
    const lastHigh = end >= 2 && isHigh(all, end - 2) ? end - 2 : end;
    if (lastHigh > 0) yield all.subarray(0, lastHigh);
    kept = all.subarray(lastHigh);
  }
  if (kept.length > 0) yield kept;
}

/** Whether the two bytes at `at`, in either order, may be the first half of a character. */
const isHigh = (bytes: Buffer, at: number) =>
  ((bytes[at] ?? 0) & 0xfc) === 0xd8 || ((bytes[at + 1] ?? 0) & 0xfc) === 0xd8;

/** The fault of a text that goes on in bytes which are not of its encoding. */
export const badBytes = (file: string, encoding: string, row: number) =>
  fileFault('bad-encoding', { file, row, column: encoding });

/** Whether a text holds no half of a character. (Node has it; TypeScript's library for ES2023 does not.) */
export function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Whether a text holds control characters beside tabs and line ends. */
export const hasControls = (text: string): boolean => control.test(text);

/** Whether a text holds what none may hold: control characters or half of a character. */
export function hasSuspectMarks(text: string): boolean {
  return control.test(text) || !isWellFormed(text);
}
