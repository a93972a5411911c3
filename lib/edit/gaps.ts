import { type CellValue, evidenceProblems } from '@/lib/fields/evidence';
import type { EditedClaim } from './types';

/** A coded value that no claim is followed for, as claims write it. */
export type Gap = { field: string; value: string };

/** What is missing between coded values and evidence. `stray`: places in the list of claims. */
export type Gaps = { missing: Gap[]; stray: number[] };

/**
 * Coded values without a claim that they follow, and the claims (by their place in the list) that are followed though
 * the record says something else. A value that is null asks for no evidence. Pure.
 */
export function gapsBetween(
  values: Readonly<Record<string, CellValue>>,
  claims: readonly EditedClaim[],
): Gaps {
  const missing = Object.entries(values).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((cell) => cell !== '')
      .filter((cell) => {
        const fitting = claims.filter((claim) => claim.field === field && claim.value === String(cell));
        return evidenceProblems({ [field]: cell }, fitting, () => true).length > 0;
      })
      .map((cell) => ({ field, value: String(cell) })),
  );
  const stray = evidenceProblems(values, claims, () => true).flatMap(({ field }) => {
    const place = /^claims\.(\d+)\.value$/.exec(field)?.[1];
    return place === undefined ? [] : [Number(place)];
  });
  return { missing: unique(missing), stray };
}

function unique(gaps: Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.field} ${gap.value}`, gap])).values()];
}
