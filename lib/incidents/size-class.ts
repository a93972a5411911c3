/** The lower edges of the classes of size, with their codes in the vocabulary `sizeClass`. */
const classes = [
  [10_000, '10000-plus'],
  [5_000, '5000-9999'],
  [2_000, '2000-4999'],
  [1_000, '1000-1999'],
  [500, '500-999'],
  [100, '100-499'],
  [50, '50-99'],
  [10, '10-49'],
  [2, '2-9'],
  [1, '1'],
] as const;

/** The class of size of an incident: that of its lower bound (people); `unknown` without one. */
export function sizeClass(sizeMin: number | null): string {
  if (sizeMin === null) return 'unknown';
  return classes.find(([least]) => sizeMin >= least)?.[1] ?? 'unknown';
}

const largest = 2_147_483_647;

/** The least and the most that a lower bound in any of some classes can be; null = without a lower bound too. Pure. */
export function sizeSpan(codes: readonly string[]): { least: number; most: number } | null {
  const spans = codes.map((code) => {
    const at = classes.findIndex(([, known]) => known === code);
    const [least] = classes[at] ?? [];
    return least === undefined ? null : { least, most: (classes[at - 1]?.[0] ?? largest + 1) - 1 };
  });
  return spans.reduce<{ least: number; most: number } | null>(
    (span, one) =>
      span && one && { least: Math.min(span.least, one.least), most: Math.max(span.most, one.most) },
    { least: largest, most: 0 },
  );
}
