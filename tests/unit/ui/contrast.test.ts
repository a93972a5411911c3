import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ink, typeColors } from '@/lib/charts/palette';

const css = readFileSync('app/globals.css', 'utf8');

/** Colours of the tokens by name, in the light and in the dark theme. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const texts: [text: string, ground: string][] = [
  ...['ink', 'muted', 'accent'].flatMap((text): [string, string][] =>
    ['paper', 'card', 'sunken'].map((ground) => [text, ground]),
  ),
  ['accent', 'accent-wash'],
  ['error', 'error-wash'],
  ['warning', 'warning-wash'],
  ['ink', 'warning-wash'],
  ['ink', 'error-wash'],
  ['on-ink', 'ink'],
];

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  const color = (name: string) => tokens.get(name)?.[theme] ?? '';

  test.each(texts)('%s on %s can be read', (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.keys(typeColors))('the mark of %s stands out from a card', (code) => {
    expect(contrast(color(`type-${code}`), color('card'))).toBeGreaterThanOrEqual(2.3);
  });
});

test('the light theme is that of the exported images', () => {
  for (const [code, hex] of Object.entries(typeColors))
    expect(tokens.get(`type-${code}`)?.light).toBe(hex.toLowerCase());
  for (const name of ['paper', 'card', 'line', 'muted', 'accent'] as const)
    expect(tokens.get(name)?.light).toBe(ink[name].toLowerCase());
  expect(tokens.get('ink')?.light).toBe(ink.text.toLowerCase());
});
