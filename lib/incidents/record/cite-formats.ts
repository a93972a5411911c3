import { type CivilDate, dateParts } from '@/lib/dates/civil';

/** The parts of which citations in all formats are made. Pure; whatever the values, no value begins a new field. */

/** Who holds the records. */
export const holder = 'Daybook';

/** An entry of BibTeX; empty values are left out. A value that must keep its capitals brings its own braces. */
export function bibEntry(type: string, key: string, fields: [string, string][]): string {
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@${type}{${key.replace(/[^\w:.-]/g, '-')},\n${lines.join(',\n')}\n}`;
}

const bibMarks: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text for BibTeX: the ten characters that TeX reads as commands are escaped. */
export function bibText(text: string): string {
  return oneLine(text).replace(/[\\{}$&#^_~%]/g, (mark) => bibMarks[mark] ?? `\\${mark}`);
}

/** An address for BibTeX: braces would end the field, so they are percent-encoded. */
export function bibUrl(url: string): string {
  return url.replace(/[{}\\\s]/g, encodeURIComponent);
}

/** An entry of RIS, lines ended by CRLF; empty values are left out. */
export function risEntry(fields: [string, string][]): string {
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${oneLine(value)}`);
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

/** A day as RIS writes it: `2026/11/05/`. */
export function risDate(date: CivilDate): string {
  return `${date.replaceAll('-', '/')}/`;
}

/** A day as CSL-JSON writes it. */
export function cslDate(date: CivilDate): { 'date-parts': number[][] } {
  const { year, month, day } = dateParts(date);
  return { 'date-parts': [[year, month, day]] };
}

/** Line ends and runs of blanks as one blank: no value may begin a new line of a format. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
