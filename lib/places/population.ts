/**
 * Records per 100,000 people. Null when the population is not known (null) or not a positive number:
 * without people there is no rate, and a rate is never 0 for want of a population.
 */
export function ratePer100k(count: number, people: number | null): number | null {
  if (people === null || !(people > 0)) return null;
  return (count / people) * 100_000;
}
