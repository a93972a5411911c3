import { type AdvanceRun, advances } from './advances';
import { plainText } from './element';

/** The fonts of exported images, by the names of their files. */
export type LatinFace = keyof typeof advances;
export type HanFace = 'noto-sans-sc-400' | 'noto-sans-sc-700';
export type FaceName = LatinFace | HanFace;

/** How a text is set: running text, emphasis, or a chart's title. */
export type TextStyle = 'body' | 'strong' | 'title';

const faces: Record<TextStyle, { latin: LatinFace; han: HanFace }> = {
  body: { latin: 'inter-400', han: 'noto-sans-sc-400' },
  strong: { latin: 'inter-600', han: 'noto-sans-sc-700' },
  title: { latin: 'source-serif-600', han: 'noto-sans-sc-700' },
};

/** A piece of text that one font can set. */
export type Run = { face: FaceName; text: string };

const tables = new Map<LatinFace, Map<number, number>>();

function widthsOf(face: LatinFace): Map<number, number> {
  const known = tables.get(face);
  if (known) return known;
  const list: readonly AdvanceRun[] = advances[face];
  const table = new Map(
    list.flatMap(([first, widths]) => widths.map((width, i): [number, number] => [first + i, width / 1000])),
  );
  tables.set(face, table);
  return table;
}

/** Whether the Latin font of a style has the character. */
function isLatin(char: string, style: TextStyle): boolean {
  return widthsOf(faces[style].latin).has(char.codePointAt(0) ?? 0);
}

/** Marks that Latin and Chinese text share, but which Chinese text sets a full em wide. */
const shared = /[“”…—·]/;

/**
 * A text cut into runs of one font each. Marks that both scripts share go with Chinese where Chinese (or the
 * end of the text) stands on both sides.
 */
export function runs(text: string, style: TextStyle): Run[] {
  const chars = [...text];
  const han = chars.map((char) => !isLatin(char, style));
  const anyHan = han.includes(true);
  const result: Run[] = [];
  chars.forEach((char, i) => {
    const asHan = han[i] || (anyHan && shared.test(char) && hanAround(chars, han, i));
    const face = faces[style][asHan ? 'han' : 'latin'];
    const last = result.at(-1);
    if (last && last.face === face) last.text += char;
    else result.push({ face, text: char });
  });
  return result;
}

function hanAround(chars: string[], han: boolean[], i: number): boolean {
  let [before, after] = [i - 1, i + 1];
  while (before >= 0 && shared.test(chars[before] ?? '')) before--;
  while (after < chars.length && shared.test(chars[after] ?? '')) after++;
  return (before < 0 || han[before] === true) && (after >= chars.length || han[after] === true);
}

/** The width of a character that no Latin font has, in ems: one, save for marks and pictures. */
function otherWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (/\p{Mark}/u.test(char)) return 0;
  return code === 0x2e3a ? 2 : code === 0x2e3b ? 3 : code >= 0x1f000 && code < 0x20000 ? 1.4 : 1;
}

/** The width of a text on one line. Kerning, which mostly narrows, is left out. */
export function measure(text: string, style: TextStyle, size: number): number {
  let ems = 0;
  for (const run of runs(text, style)) {
    for (const char of run.text) {
      const latin = run.face === faces[style].latin ? widthsOf(run.face).get(char.codePointAt(0) ?? 0) : null;
      ems += latin ?? otherWidth(char);
    }
  }
  return ems * size;
}

const noLineStart = /^[\p{Close_Punctuation}\p{Final_Punctuation}，。、；：？！％,.;:?!%…—·’”]/u;
const noLineEnd = /[\p{Open_Punctuation}\p{Initial_Punctuation}“‘]$/u;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const letters = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** The pieces between which a line may end: after spaces, and around Chinese characters. */
function pieces(text: string, style: TextStyle): string[] {
  const result: string[] = [];
  let piece = '';
  for (const letter of letters(text)) {
    const previous = piece.at(-1) ?? '';
    const around = !isLatin(letter, style) || (previous !== '' && !isLatin(previous, style));
    const mayBreak =
      piece !== '' &&
      letter !== ' ' &&
      (previous === ' ' || (around && !noLineStart.test(letter) && !noLineEnd.test(piece)));
    if (mayBreak) {
      result.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? result : [...result, piece];
}

/** A piece too long for a line, cut where an address may be cut, else anywhere between letters. */
function cut(piece: string, style: TextStyle, size: number, width: number): string[] {
  const parts: string[] = [];
  let rest = letters(piece);
  while (rest.length > 0) {
    // As many letters as fit, one at least; found by halving, since a longer beginning is hardly ever narrower.
    let [count, tooMany] = [1, rest.length + 1];
    while (tooMany - count > 1) {
      const middle = Math.floor((count + tooMany) / 2);
      const beginning = rest.slice(0, middle).join('').trimEnd();
      if (measure(beginning, style, size) <= width) count = middle;
      else tooMany = middle;
    }
    if (count < rest.length) {
      const joint = rest.slice(0, count).findLastIndex((letter) => /[/&?=~,;_-]/.test(letter)) + 1;
      if (joint > count / 2) count = joint;
    }
    parts.push(rest.slice(0, count).join(''));
    rest = rest.slice(count);
  }
  return parts;
}

/** A text in lines no wider than `width`; nothing is left out, whatever its length. */
export function wrap(text: string, style: TextStyle, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string) => {
    if (line !== '' && measure((line + piece).trimEnd(), style, size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  };
  for (const piece of pieces(plainText(text), style)) {
    if (measure(piece.trimEnd(), style, size) <= width) put(piece);
    else for (const part of cut(piece, style, size, width)) put(part);
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** As `wrap`, with lines of about equal length: for titles. */
export function wrapEvenly(text: string, style: TextStyle, size: number, width: number): string[] {
  const lines = wrap(text, style, size, width);
  if (lines.length < 2) return lines;
  let best = lines;
  let [low, high] = [width / lines.length / 1.2, width];
  for (let i = 0; i < 9; i++) {
    const middle = (low + high) / 2;
    const trial = wrap(text, style, size, middle);
    if (trial.length === lines.length) {
      best = trial;
      high = middle;
    } else low = middle;
  }
  return best;
}
