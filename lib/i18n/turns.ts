/** Signs that are not seen and change in which direction the letters around them are read. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text in which such signs are seen as what they are, `[U+202E]`, so that it reads as it is written. Pure. */
export function withoutTurns(text: string): string {
  return text.replace(
    turns,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
