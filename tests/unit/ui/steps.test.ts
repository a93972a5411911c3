import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mapSteps } from '@/lib/charts/palette';

const css = readFileSync('components/charts/steps.module.css', 'utf8');

/** Fills and letters of the steps, in the light and in the dark theme. */
const steps = [
  ...css.matchAll(
    /\.step(\d) \{\s*--area: light-dark\((#\w{6}), (#\w{6})\);\s*--letters: light-dark\((#\w{6}), (#\w{6})\);/g,
  ),
].map(([, step, area, darkArea, letters, darkLetters]) => ({
  step: Number(step),
  light: { area: area ?? '', letters: letters ?? '' },
  dark: { area: darkArea ?? '', letters: darkLetters ?? '' },
}));

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('the steps of maps and matrices', () => {
  test('are those of the exported images in the light theme', () => {
    expect(steps.map(({ light }) => light.area.toUpperCase())).toEqual([...mapSteps]);
  });

  test.each(['light', 'dark'] as const)('bear letters that can be read (%s)', (theme) => {
    for (const one of steps) {
      const [low = 0, high = 0] = [luminance(one[theme].area), luminance(one[theme].letters)].sort(
        (a, b) => a - b,
      );
      expect((high + 0.05) / (low + 0.05), `step ${one.step}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(['light', 'dark'] as const)('go from pale to strong (%s)', (theme) => {
    const lights = steps.map((one) => luminance(one[theme].area));
    const sorted = [...lights].sort((a, b) => (theme === 'light' ? b - a : a - b));
    expect(lights).toEqual(sorted);
  });
});
