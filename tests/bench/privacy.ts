import { findPersonalData, redact } from '@/lib/privacy/detect';
import { accuracyOn } from '../factories/accuracy';
import { plainEn, plainZh } from '../factories/decoys';
import { labelledPosts } from '../factories/posts';

/**
 * What looking for personal data costs and how well it goes: the processor time for a megabyte of ordinary text, of
 * posts with personal data, and of texts made to be slow, as ratios to the budgets; then precision and recall on
 * labelled posts that no test has seen. Needs no database.
 * Usage: npm run bench -- privacy [--posts 20000] [--seed 7]
 */
const argument = (name: string, usual: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? usual;
};
const posts = labelledPosts(Number(argument('seed', '7')), Number(argument('posts', '20000')));

const budgets = { ordinaryMs: 200, slowMs: 1_000 };
const characters = 1_000_000;
const result: Record<string, number> = {};

const slow = {
  digits: '1',
  'single digits': '1 ',
  fours: '4444 ',
  letters: 'a',
  dashes: '-',
  blanks: ' ',
  at: 'a@',
  姓: '姓',
  叫: '叫',
  某: '某',
  'full-width digits': '１',
  'circled digits': '①',
  'unseen characters': '1\u200b',
  'cues for names': 'named ',
  plates: '粤G',
  areas: '0759-',
};

const filled = (text: string) => text.repeat(Math.ceil(characters / text.length)).slice(0, characters);

function report(name: string, text: string, budget: number): void {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    findPersonalData(text);
    return process.cpuUsage(before).user / 1000;
  }).sort((a, b) => a - b);
  const median = times[2] ?? Number.NaN;
  const ratio = median / budget;
  const speed = text.length / 1000 / median;
  console.log(
    `${name}: ${median.toFixed(0)} ms, ${speed.toFixed(1)} million characters a second, ${ratio.toFixed(2)} of the budget`,
  );
  result[name] = Number(ratio.toFixed(3));
}

report('ordinary text', filled([...plainZh, ...plainEn].join('\n')), budgets.ordinaryMs);
report('posts', filled(posts.map(({ text }) => text).join('\n')), budgets.slowMs);
for (const [name, text] of Object.entries(slow)) report(name, filled(text), budgets.slowMs);

const { precision, recall, recallOf, wrong } = accuracyOn(posts);
const left = posts.filter(
  ({ text }) => findPersonalData(redact(text, findPersonalData(text), 'en')).length > 0,
);
console.log(
  `${posts.length} posts: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}; ${left.length} with something left once redacted`,
);
for (const [kind, share] of Object.entries(recallOf))
  console.log(`recall of ${kind}: ${share?.toFixed(4) ?? '–'}`);
for (const line of wrong.slice(0, 10)) console.log(line);
console.log(JSON.stringify({ ...result, precision, recall }));
