import { isUtf8 } from 'node:buffer';

/** The encodings in which texts are read, by the names that `ReadOptions.encoding` takes. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** The encoding of a name, whatever its letters; null = unknown. */
export function encodingNamed(name: string): Encoding | null {
  const plain = name.trim().toLowerCase();
  return encodings.find((one) => one === plain) ?? aliases.get(plain) ?? null;
}

const aliases = new Map<string, Encoding>([
  ['utf8', 'utf-8'],
  ['ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
]);

/** The mark at the beginning of a text that names its encoding, and its length in bytes; null = there is none. */
export function byteOrderMark(head: Uint8Array): { encoding: Encoding; length: number } | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/**
 * Bytes as text, to the letter. Null = they are not of this encoding; never a U+FFFD for a byte that isn't one.
 * Bytes of UTF-16 are taken as they are, halves of characters too. What is given must end with a whole character.
 */
export function decode(bytes: Buffer, encoding: Encoding): string | null {
  switch (encoding) {
    case 'utf-8':
      return isUtf8(bytes) ? bytes.toString('utf8') : null;
    case 'utf-16le':
      return bytes.length % 2 === 0 ? bytes.toString('utf16le') : null;
    case 'utf-16be':
      return bytes.length % 2 === 0 ? Buffer.from(bytes).swap16().toString('utf16le') : null;
    case 'windows-1252':
      return western(bytes.toString('latin1'));
    default:
      try {
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        return null;
      }
  }
}

/** The text before the first byte that is not of the encoding. */
export function decodeUntilFault(bytes: Buffer, encoding: Encoding): string {
  if (encoding.startsWith('utf-16')) return decode(bytes.subarray(0, bytes.length & ~1), encoding) ?? '';
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const fault = text.indexOf('\ufffd');
  return fault === -1 ? text : text.slice(0, fault);
}

/** What the bytes 80 to 9F are in Windows-1252; Node 20 takes them for control characters. */
const western9x = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function western(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (mark) => western9x.charAt(mark.charCodeAt(0) - 0x80));
}

const lf = 0x0a;

/** Tab, line ends, quotation mark, comma, colon, semicolon, bar: some of them are in every table. */
const parting = new Set([0x09, 0x0a, 0x0d, 0x22, 0x2c, 0x3a, 0x3b, 0x7c]);

/**
 * Which of the two forms of UTF-16 a text without a mark is in; null = neither. What parts cells and rows has a zero
 * byte in UTF-16, always on the same side. A text that is UTF-8 too may have zeros in its cells; then its line ends have
 * none.
 */
export function unmarkedUtf16(head: Buffer, utf8: boolean): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(head.length & ~1, 65_536);
  let [little, big, ends, endsWithZero] = [0, 0, 0, 0];
  for (let i = 0; i < length; i += 2) {
    const [first = 0, second = 0] = [head[i], head[i + 1]];
    if (first === lf || second === lf) ends++;
    if ((first === lf && second === 0) || (first === 0 && second === lf)) endsWithZero++;
    if (second === 0 && parting.has(first)) little++;
    if (first === 0 && parting.has(second)) big++;
  }
  const [most, least] = little > big ? [little, big] : [big, little];
  if (most < 2 || least > most * 0.2 || (utf8 && endsWithZero * 2 < ends)) return null;
  const encoding = little > big ? 'utf-16le' : 'utf-16be';
  const text = decode(head.subarray(0, length), encoding) ?? '';
  const unlikely = text.match(unlikelyLetters)?.length ?? 0;
  return unlikely <= text.length * 0.02 ? encoding : null;
}

/** What hardly any text holds: control characters, characters for private use, and numbers of none. */
const unlikelyLetters = /(?![\t\n\f\r])[\p{Cc}\p{Co}\p{Cn}]/gu;

/** Share of bytes that are control characters, from 0 to 1; texts have next to none. */
export function controlShare(head: Uint8Array): { count: number; share: number } {
  let count = 0;
  const length = Math.min(head.length, 65_536);
  for (let i = 0; i < length; i++) {
    const byte = head[i] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) count++;
  }
  return { count, share: length === 0 ? 0 : count / length };
}
