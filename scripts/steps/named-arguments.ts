/** One argument of a command: its name, and an example of its value. */
export type Known = { name: string; example: string };

/**
 * Reads arguments of the form `--name value` or `--name=value`, and words that stand alone.
 * @throws Error with a sentence that names the one that is wrong.
 */
export function namedArguments(
  args: readonly string[],
  known: readonly Known[],
): { given: ReadonlyMap<string, string>; words: string[] } {
  const given = new Map<string, string>();
  const words: string[] = [];
  for (let n = 0; n < args.length; n++) {
    const word = args[n] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name = '', ofSign] = word.split(/=(.*)/s);
    const argument = known.find((one) => one.name === name);
    if (!argument) {
      const names = known.map((one) => one.name).join(', ');
      throw new Error(`“${word}” is not an argument of this command. It knows ${names || 'none'}.`);
    }
    if (given.has(name)) throw new Error(`${name} is given twice.`);
    if (ofSign === undefined) n += 1;
    const value = ofSign ?? args[n] ?? '';
    if (value === '' || value.startsWith('--'))
      throw new Error(`${name} needs a value, e.g. ${name} ${argument.example}.`);
    given.set(name, value);
  }
  return { given, words };
}
