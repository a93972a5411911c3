/** The value of an option of the command line. */
export function argument(name: string, usual: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? usual;
}

/** Whether an option without a value is given. */
export const isGiven = (name: string): boolean => process.argv.includes(`--${name}`);

/** The value below which a share of some values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A way to the same answer. What `prepare` makes is not counted. */
export type Way = { prepare?: () => Promise<Work>; run?: Work };
type Work = () => unknown;

/** Milliseconds of one run. */
async function timed({ prepare, run }: Way): Promise<number> {
  const work = (await prepare?.()) ?? run;
  if (!work) throw new TypeError('a way that does nothing');
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds that may go into one question, and rounds of it at least and at most. */
export type Patience = { budget: number; least: number; most: number };

/**
 * Times several ways in turns, so that a machine that is uneven is so for all of them. Those that are far slower than
 * the first are tried in fewer rounds.
 */
export async function inTurns<Name extends string>(
  ways: Partial<Record<Name, Way>>,
  { budget, least, most }: Patience,
): Promise<Partial<Record<Name, number[]>>> {
  const all = Object.entries(ways) as [Name, Way][];
  const times = Object.fromEntries(all.map(([name]) => [name, []])) as unknown as Record<Name, number[]>;
  const spent = new Map<Name, number>();
  for (const [name, way] of all) spent.set(name, await timed(way));
  const share = budget / all.length;
  for (let round = 0; round < most; round++)
    for (const [name, way] of all) {
      const sofar = spent.get(name) as number;
      if (round >= least && sofar > share) continue;
      // What takes longer than its share of the time is not tried more often than needed.
      if (round > 0 && sofar > share * 4) continue;
      const time = await timed(way);
      times[name].push(time);
      spent.set(name, sofar + time);
    }
  return times;
}
