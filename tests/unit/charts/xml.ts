import { Resvg } from '@resvg/resvg-js';
import { measure, type TextStyle } from '@/lib/charts/svg/measure';

/** An element of a parsed drawing. */
export type Node = { name: string; attributes: Record<string, string>; children: (Node | string)[] };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const char = entities[name];
    if (char === undefined || !whole.endsWith(';')) throw new Error(`Bad entity: ${whole}`);
    return char;
  });
}

/**
 * Parses a document, strictly: first by resvg's own parser (roxmltree, which refuses what is not well-formed),
 * then into a tree. Comments, CDATA and doctypes count as errors, since charts write none.
 */
export function parse(xml: string): Node {
  new Resvg(xml, { font: { loadSystemFonts: false } });
  const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(prolog)) throw new Error('No XML declaration');
  const stack: Node[] = [{ name: '', attributes: {}, children: [] }];
  let at = prolog.length;
  const tag = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>/y;
  while (at < xml.length) {
    const top = stack.at(-1);
    if (!top) throw new Error('Too many ends');
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      const text = xml.slice(at, end === -1 ? undefined : end);
      if (stack.length === 1 && text.trim() !== '') throw new Error('Text outside the root');
      top.children.push(decoded(text));
      at += text.length;
      continue;
    }
    tag.lastIndex = at;
    const match = tag.exec(xml);
    if (!match) throw new Error(`Not a tag: ${xml.slice(at, at + 60)}`);
    at = tag.lastIndex;
    const [, close, name = '', written = '', empty] = match;
    if (close) {
      if (stack.pop()?.name !== name) throw new Error(`Wrong end: ${name}`);
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new Error(`Attribute twice: ${key}`);
      attributes[key] = decoded(value);
    }
    const node: Node = { name, attributes, children: [] };
    top.children.push(node);
    if (!empty) stack.push(node);
  }
  const [document] = stack;
  const roots = document?.children.filter((child) => typeof child !== 'string') ?? [];
  if (stack.length !== 1 || roots.length !== 1 || !roots[0]) throw new Error('Not one root');
  return roots[0];
}

/** All elements of a name, in order. */
export function all(node: Node, name?: string): Node[] {
  const here = name === undefined || node.name === name ? [node] : [];
  return [...here, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, name)))];
}

/** All elements that have an attribute. */
export function having(node: Node, key: string): Node[] {
  return all(node).filter(({ attributes }) => key in attributes);
}

/** The text of an element and everything in it. */
export function textOf(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

const allowed = 'svg title desc style defs pattern clipPath g rect circle line path polygon text tspan'.split(
  ' ',
);

/** What in a drawing could load, link or run something. */
export function alive(svg: string): string[] {
  return all(parse(svg)).flatMap(({ name, attributes }) => [
    ...(allowed.includes(name) ? [] : [name]),
    ...Object.entries(attributes).flatMap(([key, value]) => {
      const named = /^on|href|^style$/i.test(key);
      const leads =
        key !== 'xmlns' && !key.startsWith('data-') && /https?:|javascript:|url\((?!#)/i.test(value);
      return named || leads ? [`${key}=${value}`] : [];
    }),
  ]);
}

/** All words that are drawn, line after line. */
export function words(root: Node): string {
  return visibleTexts(root).map(textOf).join('\n');
}

/** Drawn texts without the copies that make halos. */
export function visibleTexts(root: Node): Node[] {
  return all(root, 'text').filter(({ attributes }) => attributes['aria-hidden'] !== 'true');
}

/** The box around a text, by the measured width of its letters. */
export function boxOf(node: Node): {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
} {
  const { attributes } = node;
  const size = Number(attributes['font-size']);
  const style: TextStyle =
    attributes['font-weight'] === undefined
      ? 'body'
      : attributes['font-family']?.includes('Serif')
        ? 'title'
        : 'strong';
  const text = textOf(node);
  const width = measure(text, style, size);
  const x = Number(attributes.x);
  const left = { start: x, middle: x - width / 2, end: x - width }[attributes['text-anchor'] ?? 'start'] ?? x;
  const y = Number(attributes.y);
  return { text, left, right: left + width, top: y - size * 0.74, bottom: y + size * 0.22 };
}

/** The boxes of all texts where they stand on the image, also those that are written upwards. */
function placedBoxes(root: Node): (ReturnType<typeof boxOf> & { node: Node })[] {
  const turned = /^translate\((-?[\d.]+) (-?[\d.]+)\) rotate\(-90\)$/;
  const walk = (
    node: Node,
    shift: [number, number] | null,
  ): (ReturnType<typeof boxOf> & { node: Node })[] => {
    const { transform } = node.attributes;
    const found = node.name === 'g' && transform ? turned.exec(transform) : null;
    const here: [number, number] | null = found ? [Number(found[1]), Number(found[2])] : shift;
    if (node.name === 'text') {
      const { text, left, right, top, bottom } = boxOf(node);
      if (!here) return [{ node, text, left, right, top, bottom }];
      const [x, y] = here;
      return [{ node, text, left: x + top, right: x + bottom, top: y - right, bottom: y - left }];
    }
    return node.children.flatMap((child) => (typeof child === 'string' ? [] : walk(child, here)));
  };
  return walk(root, null);
}

/** Texts that leave the image. */
export function outside(root: Node): string[] {
  const [width, height] = [Number(root.attributes.width), Number(root.attributes.height)];
  return placedBoxes(root)
    .filter(
      ({ left, right, top, bottom }) => left < -0.5 || right > width + 0.5 || top < 0 || bottom > height,
    )
    .map(({ text }) => text);
}

/** Pairs of texts that run into each other. */
export function collisions(root: Node): [string, string][] {
  const boxes = placedBoxes(root).filter(({ node }) => node.attributes['aria-hidden'] !== 'true');
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - 0.5 &&
          b.left < a.right - 0.5 &&
          a.top < b.bottom - 0.5 &&
          b.top < a.bottom - 0.5,
      )
      .map((b): [string, string] => [a.text, b.text]),
  );
}
