import { acled } from './acled';
import { ccc } from './ccc';
import { clbStrikeMap } from './clb-strike-map';
import { daybook } from './daybook';
import { gdelt } from './gdelt';
import { massMobilization } from './mass-mobilization';
import { monthlyCounts } from './monthly-counts';
import type { Preset } from './types';
import { ucdpGed } from './ucdp-ged';

/** Every kind of file that is known, ours first, the least distinct last. */
export const presets: readonly Preset[] = [
  daybook,
  acled,
  ucdpGed,
  massMobilization,
  clbStrikeMap,
  ccc,
  gdelt,
  monthlyCounts,
];

/** A preset by its id; null = there is none. */
export function findPreset(id: string): Preset | null {
  return presets.find((preset) => preset.id === id) ?? null;
}

/** The least fit at which a preset is proposed. */
const leastFit = 0.6;

/** The preset that fits a table best; null = none fits well enough. Of those that fit alike, the first. */
export function bestPreset(
  headers: readonly string[] | null,
  columns: number,
): { preset: Preset; fit: number } | null {
  let best: { preset: Preset; fit: number } | null = null;
  for (const preset of presets) {
    const fit = preset.fits(headers, columns);
    if (fit >= leastFit && fit > (best?.fit ?? 0)) best = { preset, fit };
  }
  return best;
}
