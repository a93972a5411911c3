/**
 * A number as its shortest decimal text, without an exponent: `440800.0` is `440800`. Digits that a number of 64 bits
 * can't hold are kept where it is written in digits alone.
 */
export function numberText(written: string): string {
  if (/^-?\d{1,15}$/.test(written)) return written.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-0$/, '0');
  if (/^-?\d+$/.test(written)) return String(BigInt(written));
  const value = Number(written);
  return Number.isFinite(value) ? plain(value) : written;
}

/** A number in decimal digits, without an exponent. */
export function plain(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign = '', first = '', rest = '', exponent = '0'] = parts;
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${first}${rest}`;
  return `${sign}${first}${rest.padEnd(shift, '0')}`;
}

/** A moment as `YYYY-MM-DD`, with `THH:MM` where it is not the beginning of a day in UTC; '' = no date. */
export function momentText(moment: Date): string {
  const minutes = Math.round(moment.getTime() / 60_000);
  if (!Number.isFinite(minutes)) return '';
  const text = new Date(minutes * 60_000).toISOString();
  const end = text.indexOf('T');
  return minutes % 1_440 === 0 ? text.slice(0, end) : text.slice(0, end + 6);
}
