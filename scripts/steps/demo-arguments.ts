/** What `npm run demo` is asked for. */
export type DemoArguments = { remove: true } | { remove: false; incidents: number; seed: number };

const incidents = { name: '--incidents', usual: 20_000, least: 1, most: 10_000_000 };
const seed = { name: '--seed', usual: 1, least: 0, most: 2_147_483_647 };
const remove = '--remove';

/** Reads the arguments, as `--name value` or `--name=value`; throws a sentence that names the one that is wrong. */
export function readDemoArguments(args: readonly string[]): DemoArguments {
  const given = pairsOf(args);
  if (!given.has(remove))
    return { remove: false, incidents: whole(given, incidents), seed: whole(given, seed) };
  if (given.size > 1)
    throw new Error(`${remove} stands alone: it takes no ${incidents.name} and no ${seed.name}.`);
  return { remove: true };
}

function pairsOf(args: readonly string[]): Map<string, string> {
  const given = new Map<string, string>();
  for (let n = 0; n < args.length; n++) {
    const word = args[n] ?? '';
    const [name = '', value] = word.split(/=(.*)/s);
    if (![incidents.name, seed.name, remove].includes(name))
      throw new Error(
        `“${word}” is not an argument of this command. It knows ${incidents.name} N, ${seed.name} N and ${remove}.`,
      );
    if (given.has(name)) throw new Error(`${name} is given twice.`);
    if (name === remove) {
      if (value !== undefined) throw new Error(`${remove} takes no value.`);
      given.set(name, '');
    } else {
      if (value === undefined) n += 1;
      const text = value ?? args[n] ?? '';
      if (text === '' || text.startsWith('--')) throw new Error(`${name} needs a value, e.g. ${name} 20000.`);
      given.set(name, text);
    }
  }
  return given;
}

type Whole = typeof incidents;

function whole(given: ReadonlyMap<string, string>, { name, usual, least, most }: Whole): number {
  const text = given.get(name);
  if (text === undefined) return usual;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  const count = (bound: number) => bound.toLocaleString('en');
  throw new Error(
    `${name} must be a whole number from ${count(least)} to ${count(most)}, in digits only; “${text}” is not.`,
  );
}
