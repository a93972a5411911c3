import jschardet from 'jschardet';
import { wholeCharacters } from './bytes';
import {
  byteOrderMark,
  controlShare,
  decode,
  type Encoding,
  encodingNamed,
  encodings,
  unmarkedUtf16,
} from './encodings';
import { fileFault } from './faults';
import type { ReadQuestion } from './types';

/** In which encoding a text is read, how many bytes of a mark go before it, and what is to be asked. */
export type FoundEncoding = { encoding: Encoding; mark: number; question: ReadQuestion | null };

/** Below this confidence the encoding is asked for. */
const sure = 0.8;

/**
 * The encoding of a text by its first bytes: what the user says, else its mark, else UTF-8 where all of it is, else
 * the likeliest, with a question where that is not sure. Throws `not-a-table` where it is no text at all.
 */
export function findEncoding(
  name: string,
  head: Buffer,
  whole: boolean,
  asked: string | undefined,
): FoundEncoding {
  const mark = byteOrderMark(head);
  if (asked !== undefined) {
    const encoding = encodingNamed(asked);
    if (!encoding) throw fileFault('unknown-encoding', { file: name, column: asked });
    return { encoding, mark: mark?.encoding === encoding ? mark.length : 0, question: null };
  }
  if (mark) return { encoding: mark.encoding, mark: mark.length, question: null };
  const text = whole ? head : head.subarray(0, wholeCharacters(head) || head.length);
  const utf8 = decode(text, 'utf-8') !== null;
  const utf16 = text.includes(0) ? unmarkedUtf16(head, utf8) : null;
  if (utf16) return { encoding: utf16, mark: 0, question: null };
  const control = controlShare(text);
  if (utf8 ? control.share > 0.3 : control.count > 4 && control.share > 0.02)
    throw fileFault('not-a-table', { file: name });
  if (utf8) return { encoding: 'utf-8', mark: 0, question: null };
  return guessed(text);
}

/** Names that a detector gives to what is written in the same bytes. */
const families: [RegExp, Encoding][] = [
  [/^(gb|hz)/i, 'gb18030'],
  [/^(big5|cp950)/i, 'big5'],
  [/1252|8859-?15?$|mac-?(roman|iceland)/i, 'windows-1252'],
];

function guessed(text: Buffer): FoundEncoding {
  const familyOf = (name: string | null) => families.find(([names]) => names.test(name ?? ''))?.[1];
  const bytes = new Uint8Array(text.subarray(0, 200_000));
  const among = jschardet.detectAll(bytes, { detectEncodings: ['GB18030', 'Big5', 'Windows-1252'] });
  const anywhere = familyOf(jschardet.detect(bytes).encoding);
  const likely = encodings
    .slice(3)
    .map((encoding) => ({
      encoding,
      weight: Math.max(
        0,
        ...among.filter((one) => familyOf(one.encoding) === encoding).map((o) => o.confidence),
      ),
      text: decode(text, encoding),
    }))
    .filter((one): one is typeof one & { text: string } => one.text !== null)
    .sort((a, b) => b.weight - a.weight);
  // Windows-1252 takes any bytes, so there is always one.
  const first = likely[0] ?? { encoding: 'windows-1252' as const, weight: 0, text: '' };
  const all = likely.reduce((sum, one) => sum + one.weight, 0);
  const share = all === 0 ? 0 : first.weight / all;
  // What looks most like an encoding that is not read here may be none of those that are.
  const confidence = anywhere === first.encoding ? share : share / 2;
  if (confidence >= sure) return { encoding: first.encoding, mark: 0, question: null };
  const candidates = likely.map((one) => ({ name: one.encoding, sample: sampleOf(one.text) }));
  return { encoding: first.encoding, mark: 0, question: { kind: 'encoding', confidence, candidates } };
}

/** The first two lines that differ between encodings. */
function sampleOf(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => /[^\p{ASCII}]/u.test(line))
    .slice(0, 2)
    .map((line) => line.slice(0, 200))
    .join('\n');
}
