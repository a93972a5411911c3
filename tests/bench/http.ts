import { Client } from 'pg';
import { ask, summaryOf, timeOf } from './http/ask';
import { pairsOf, twelve } from './http/twelve';
import { walk } from './http/walk';
import { argument, isGiven } from './support/measure';

/**
 * What the data of Explore cost over HTTP on a running production build (`DAYBOOK_LIMITS=0 npm start`): the whole
 * dashboard under filters that nobody asked for before, and without one; 25 and 100 rows under filters; two words and the
 * dashboard; and, with the `DATABASE_URL` of the server's database, from a committed edit until the dashboard shows it.
 * `--twelve`: also each question of the `explore` benchmark, as the file of a chart, some rows or the whole dashboard.
 * Prints medians and 95th percentiles, and last one JSON object.
 * Usage: BASE_URL=http://localhost:3000 npm run bench -- http [--rounds 60] [--edits 15] [--seed 1] [--twelve]
 */
const rounds = Number(argument('rounds', '60'));
const edits = Number(argument('edits', '15'));
const seed = Number(argument('seed', '1'));
const result: Record<string, Record<string, number>> = {};

/** Addresses of a walk, each but once. */
function* different(path: string, from: number, also = ''): Generator<string> {
  const given = new Set<string>();
  for (const query of walk(from)) {
    if (query === '' || given.has(query)) continue;
    given.add(query);
    yield `${path}${query}${also && `&${also}`}`;
  }
}

const words = [
  'wages',
  'land',
  'school',
  'factory',
  'pension',
  'strike',
  'petition',
  'court',
  'police',
  'homes',
];
function* searches(): Generator<string> {
  for (const q of pairsOf(words)) yield `/explore.json?q=${q.replace(' ', '+')}`;
}

/** Answers are remembered as long as the data stay the same; a first day before all others makes each of them new. */
function* all(): Generator<string> {
  for (let year = 1000; ; year++) yield `/explore.json?from=${year}`;
}

await ask('/explore.json');
await measure('dashboard under a new filter', different('/explore.json', seed));
await measure('dashboard of everything, not remembered', all());
await measure(
  'dashboard of everything, remembered',
  (function* () {
    for (;;) yield '/explore.json';
  })(),
);
await measure('25 rows under a new filter', different('/rows.json', seed + 1, 'limit=25'));
await measure('100 rows under a new filter', different('/rows.json', seed + 2));
await measure('two words and the dashboard', searches());
for (const [name, addresses] of isGiven('twelve') ? await twelve(words) : []) await measure(name, addresses);
if (process.env.DATABASE_URL) await measureEdits(process.env.DATABASE_URL);
else console.log('from an edit until it shows: NOT RUN, DATABASE_URL is not set');
console.log(JSON.stringify(result));

async function measure(name: string, addresses: Generator<string>): Promise<void> {
  const times: number[] = [];
  let errors = 0;
  for (let round = -3; round < rounds; round++) {
    const { value, done } = addresses.next();
    if (done || value === undefined) break;
    try {
      const time = await timeOf(value);
      if (round >= 0) times.push(time);
    } catch (thrown) {
      errors++;
      console.log(String(thrown).slice(0, 200));
    }
  }
  report(name, times, errors);
}

function report(name: string, times: number[], errors = 0): void {
  const summary = { ...summaryOf(times), errors };
  const { p50, p95, count } = summary;
  console.log(`${name}: ${p50} ms, 95th percentile ${p95} ms (${count} times, ${errors} errors)`);
  result[name] = summary;
}

/** Milliseconds from COMMIT until `/explore.json` shows the new number. What is changed is changed back. */
async function measureEdits(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM incidents WHERE status = 'published' AND size_min IS NOT NULL AND size_max IS NULL AND ref LIKE 'demo-%' LIMIT 1",
  );
  const id = rows[0]?.id;
  if (!id) throw new Error('there is no demo incident with a lower bound only');
  const times: number[] = [];
  for (let edit = 0; edit < edits * 2; edit++) {
    const change = edit % 2 === 0 ? 1 : -1;
    const before = await people();
    await client.query('UPDATE incidents SET size_min = size_min + $2 WHERE id = $1', [id, change]);
    const start = performance.now();
    while ((await people()) !== before + change)
      if (performance.now() - start > 60_000) throw new Error('the edit does not show within a minute');
    times.push(performance.now() - start);
  }
  await client.end();
  report('from an edit until the dashboard shows it', times);
}

async function people(): Promise<number> {
  const { totals } = (await ask('/explore.json')) as { totals: { sizeMin: number } };
  return totals.sizeMin;
}
