/**
 * A small builder of SVG. Markup can only come from `el`, which escapes every text and every attribute, so
 * nothing that stands in a record can become an element, an attribute or a script.
 */

/** Finished, escaped markup. Only this module makes it. */
export class Markup {
  readonly #text: string;
  private constructor(text: string) {
    this.#text = text;
  }

  /** An element; see `el`. */
  static element(name: string, attributes: Attributes, children: Child[]): Markup {
    if (!elements.has(name)) throw new TypeError(`No SVG element that charts may use: ${name}`);
    const written = Object.entries(attributes)
      .map(([key, value]) => attribute(key, value))
      .join('');
    const inner = children.map(content).join('');
    return new Markup(inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`);
  }

  toString(): string {
    return this.#text;
  }
}

type Value = string | number | null | undefined;
export type Attributes = Record<string, Value>;
export type Child = Markup | string | null | Child[];

/** The elements that charts are made of: none that loads, links, embeds or runs anything. */
const elements = new Set(
  'svg title desc style defs pattern clipPath g rect circle line path polygon polyline text tspan'.split(' '),
);

/** One SVG element. Texts are escaped, numbers rounded to two decimals, empty attributes left out. */
export function el(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  return Markup.element(name, attributes, children);
}

/** A number as it is written in a drawing: at most two decimals, no exponent, no minus zero. */
export function num(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > 1e9) {
    throw new RangeError(`Not a coordinate: ${value}`);
  }
  return String(Math.round(value * 100) / 100 + 0);
}

/**
 * Text as it may stand in a drawing: what XML cannot hold (control characters, halves of surrogate pairs) and
 * what would turn the direction of the words around it is taken out, white space becomes single spaces.
 */
export function plainText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(unwanted, '').trim();
}

const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\p{Surrogate}\p{Unassigned}]/gu;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? '');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function attribute(key: string, value: Value): string {
  if (value === null || value === undefined) return '';
  if (!/^[a-z][a-zA-Z0-9:-]*$/.test(key) || /^on|href$/i.test(key)) {
    throw new TypeError(`No attribute that charts may use: ${key}`);
  }
  const text = typeof value === 'number' ? num(value) : value.replace(unwanted, ' ');
  if (/^(fill|stroke|clip-path)$/.test(key) && !/^(none|#[0-9a-f]{3,8}|url\(#[\w-]+\))$/i.test(text)) {
    throw new TypeError(`Not a colour: ${text}`);
  }
  return ` ${key}="${escaped(text)}"`;
}

function content(child: Child): string {
  if (child === null) return '';
  if (Array.isArray(child)) return child.map(content).join('');
  if (typeof child === 'string') return escaped(child.replace(unwanted, ' '));
  return child.toString();
}
