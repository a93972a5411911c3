import { describe, expect, it } from 'vitest';
import { readDemoArguments } from '@/scripts/steps/demo-arguments';

describe('the arguments of npm run demo', () => {
  it('are read in both ways of writing them', () => {
    expect(readDemoArguments([])).toEqual({ remove: false, incidents: 20_000, seed: 1 });
    expect(readDemoArguments(['--incidents', '10000000', '--seed', '0'])).toEqual({
      remove: false,
      incidents: 10_000_000,
      seed: 0,
    });
    expect(readDemoArguments(['--seed=7', '--incidents=1'])).toEqual({
      remove: false,
      incidents: 1,
      seed: 7,
    });
    expect(readDemoArguments(['--remove'])).toEqual({ remove: true });
  });

  it.each([
    [
      ['--incidents', '0'],
      '--incidents must be a whole number from 1 to 10,000,000, in digits only; “0” is not.',
    ],
    [['--incidents', '10000001'], '“10000001” is not'],
    [['--incidents', '20,000'], '--incidents must be'],
    [['--incidents', '2e4'], '--incidents must be'],
    [['--incidents'], '--incidents needs a value'],
    [['--incidents='], '--incidents needs a value'],
    [['--incidents', '--seed'], '--incidents needs a value'],
    [['--seed', '-1'], '--seed must be a whole number'],
    [['--seed', '1', '--seed', '2'], '--seed is given twice'],
    [['--remove', '--seed', '1'], '--remove stands alone'],
    [['--remove=yes'], '--remove takes no value'],
    [['--incident', '5'], '“--incident” is not an argument'],
    [['20000'], '“20000” is not an argument'],
  ])('%j is refused with a sentence that names it', (args, sentence) => {
    expect(() => readDemoArguments(args)).toThrow(sentence);
  });
});
