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
