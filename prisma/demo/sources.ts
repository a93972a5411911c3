import { storedCodesOf } from '@/lib/codebook/vocabularies';
import { addDays, type CivilDate } from '@/lib/dates/civil';
import { recordId } from '@/lib/ids';
import { demoCoverage } from './calendar';
import { type Random, randomOf } from './random';

/** A row of `sources` of the demo set. */
export type DemoSource = {
  id: string;
  ref: string;
  outlet: string;
  headline: string;
  headline_zh: string;
  published_on: string | null;
  kind: string;
  language: string;
  note: string;
};

/** What the refs of all sources of the demo set begin with. */
export const demoSourcePrefix = 'demo-source-';

const first = ['Example', 'Sample', 'Placeholder', 'Imaginary', 'Specimen', 'Mock'];
const second = [
  'Daily',
  'Evening Post',
  'Gazette',
  'Observer',
  'Weekly',
  'Bulletin',
  'Monitor',
  'Archive',
  'Review',
  'Notes',
];

/** The sources by day of publication, those without a day apart. */
export type DemoSources = { dated: readonly DemoSource[]; undated: readonly DemoSource[] };

/** Days from one publication to the next; the last comes some months after the coverage. */
const between = 101;

/** The sixty sources of the demo set: each outlet is invented, and says so. */
export function demoSources(seed: number): DemoSources {
  const kinds = storedCodesOf('sourceKind');
  const all = first.flatMap((one, row) =>
    second.map((two, column): DemoSource => {
      const number = row * second.length + column + 1;
      const ref = `${demoSourcePrefix}${String(number).padStart(2, '0')}`;
      const random = randomOf(seed, -100 - number);
      const day = addDays(demoCoverage.from, number * between + random.whole(-40, 0));
      return {
        id: recordId('source', ref),
        ref,
        outlet: `${one} ${two} (synthetic)`,
        headline: `Invented collection no. ${number} (synthetic)`,
        headline_zh: `虚构合集第${number}号（虚构）`,
        published_on: number % 7 === 0 ? null : day,
        kind: kinds[number % kinds.length] ?? 'other',
        language: random.chance(0.5) ? 'zh' : 'en',
        note: 'Made up for demonstration. There is no such outlet and no such text.',
      };
    }),
  );
  return {
    dated: all.filter((source) => source.published_on !== null),
    undated: all.filter((source) => source.published_on === null),
  };
}

/** A source for something that ended on a day: one of the next dozen, or one without a day. */
export function sourceAfter(random: Random, { dated, undated }: DemoSources, day: CivilDate): DemoSource {
  const next = dated.findIndex(({ published_on }) => published_on !== null && published_on > day);
  const eligible = next < 0 ? [] : dated.slice(next, next + 12);
  return random.pick(eligible.length === 0 || random.chance(0.1) ? undated : eligible);
}
