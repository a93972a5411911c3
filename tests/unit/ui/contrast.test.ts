import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ink, rampColors, restColors, seriesColors, typeColors } from '@/lib/charts/palette';

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

/** Linear RGB as a reader without red cones, without green cones, or with all of them sees it (Machado et al. 2009). */
const eyes: Record<string, number[][]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** A colour as L*, a*, b* (CIE 1976, D65), seen with some cones. */
function lab(hex: string, eye: number[][]): [number, number, number] {
  const rgb = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const mix = (row: number[]) => row.reduce((sum, weight, i) => sum + weight * (rgb[i] ?? 0), 0);
  const [r = 0, g = 0, b = 0] = eye.map((row) => Math.min(1, Math.max(0, mix(row))));
  const curve = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(['light', 'dark'] as const)('series of charts in the %s theme', (theme) => {
  const color = (name: string) => tokens.get(name)?.[theme] ?? '';
  const series = seriesColors.map((_, index) => color(`series-${index + 1}`));

  test.each(Object.entries(eyes))('are apart for a reader with %s', (_, eye) => {
    for (const [i, a] of series.entries())
      for (const b of series.slice(i + 1)) {
        const [p, q] = [lab(a, eye), lab(b, eye)];
        expect(Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]), `${a} and ${b}`).toBeGreaterThan(20);
      }
  });

  test('stand out from a card', () => {
    for (const mark of [...series, ...Object.keys(restColors).map((name) => color(`series-${name}`))])
      expect(contrast(mark, color('card')), mark).toBeGreaterThanOrEqual(2.25);
  });

  test('of ranks go one way from the paper, step by step', () => {
    const steps = rampColors.map((_, index) => contrast(color(`ramp-${index + 1}`), color('card')));
    for (const [index, step] of steps.entries())
      if (index > 0) expect(step).toBeGreaterThan((steps[index - 1] ?? 0) * 1.1);
  });
});

test('the light theme is that of the exported images', () => {
  for (const [index, hex] of seriesColors.entries())
    expect(tokens.get(`series-${index + 1}`)?.light).toBe(hex.toLowerCase());
  for (const [index, hex] of rampColors.entries())
    expect(tokens.get(`ramp-${index + 1}`)?.light).toBe(hex.toLowerCase());
  for (const [name, hex] of Object.entries(restColors))
    expect(tokens.get(`series-${name}`)?.light).toBe(hex.toLowerCase());
  for (const [code, hex] of Object.entries(typeColors))
    expect(tokens.get(`type-${code}`)?.light).toBe(hex.toLowerCase());
  for (const name of ['paper', 'card', 'line', 'muted', 'accent'] as const)
    expect(tokens.get(name)?.light).toBe(ink[name].toLowerCase());
  expect(tokens.get('ink')?.light).toBe(ink.text.toLowerCase());
});
