import { expect, test } from '@playwright/test';
import { Pool } from 'pg';
import type { EditedIncident } from '@/lib/incidents/edit/types';
import { addAccount, type TestAccount } from '../../support/accounts';
import { inTurns } from '../../support/answers';
import { hostileTexts, refused } from '../../support/hostile-texts';
import { incidentLike, sendAs } from '../../support/incidents';

let client: Pool;
let coder: TestAccount;
test.beforeAll(async () => {
  client = new Pool({ connectionString: process.env.DATABASE_URL, max: 3 });
  coder = await addAccount(client, 'coder');
});
test.afterAll(() => client.end());

/** Every text field of the form, as errors name it. */
const fields = [
  'title',
  'titleZh',
  'summary',
  'sourceCategory',
  'sizeText',
  'codingNote',
  'responses.0.sizeText',
  'claims.0.value',
  'claims.0.printed',
  'claims.0.locator',
  'claims.0.note',
] as const;
type Field = (typeof fields)[number];
type Texts = Record<Field, string>;

const incidentOf = (texts: Texts): EditedIncident =>
  incidentLike({
    title: texts.title,
    titleZh: texts.titleZh,
    summary: texts.summary,
    sourceCategory: texts.sourceCategory,
    sizeText: texts.sizeText,
    codingNote: texts.codingNote,
    responses: [
      { kind: 'warning', count: null, durationDays: null, sizeText: texts['responses.0.sizeText'] },
    ],
    claims: [
      {
        field: 'sizeMin',
        value: texts['claims.0.value'],
        printed: texts['claims.0.printed'],
        source: 'epoch-times-2020-10-22',
        locator: texts['claims.0.locator'],
        basis: 'stated',
        followed: true,
        note: texts['claims.0.note'],
      },
    ],
  });

const allOf = (text: string) => Object.fromEntries(fields.map((field) => [field, text])) as Texts;

type Answer = { status: number; ref?: string; named: string[] };
const create = async (texts: Texts): Promise<Answer> => {
  const body = { dataset: 'zhanjiang-log', incident: incidentOf(texts), notDuplicate: true };
  const response = await sendAs(coder, '/api/incidents', body);
  const { ref, error } = await response.json();
  const named = ((error?.fields ?? []) as { field: string }[]).map(({ field }) =>
    field.replace(/^incident\./, ''),
  );
  return { status: response.status, ref, named };
};

/** What the database holds of a record, by field. */
const stored = async (ref: string): Promise<Record<Field, string | null>> => {
  const { rows } = await client.query(
    `SELECT i.title, i.title_zh, i.summary, i.source_category, i.size_text, i.coding_note, r.size_text AS response,
        c.value, c.printed, c.locator, c.note
      FROM incidents i JOIN responses r ON r.incident_id = i.id JOIN claims c ON c.incident_id = i.id
      WHERE i.ref = $1`,
    [ref],
  );
  const values = Object.values(rows[0] ?? {}) as (string | null)[];
  return Object.fromEntries(fields.map((field, n) => [field, values[n] ?? null])) as Record<
    Field,
    string | null
  >;
};

/** A text as it is kept: without blanks around it; where nothing is left, nothing, but for a summary. */
const kept = (text: string, field: Field) => {
  const words = (field === 'summary' || field === 'codingNote' ? text.replaceAll('\r\n', '\n') : text).trim();
  return words || (field === 'summary' ? '' : null);
};

test('each hostile text is stored as it was sent in each field, or refused with the field named', async () => {
  const faults: string[] = [];
  const outcomes = await inTurns(hostileTexts, async (text) => {
    const texts = allOf(text);
    let answer = await create(texts);
    const left = answer.status === 400 ? answer.named : [];
    if (answer.status === 400) {
      // What was refused is left out, so that the other fields are tried with the text all the same.
      if (left.length === 0 || left.some((field) => !(field in texts)))
        faults.push(`${JSON.stringify(text)}: refused for ${left.join(', ')}`);
      for (const field of left) texts[field as Field] = 'plain';
      answer = await create(texts);
    }
    if (answer.status !== 200) return void faults.push(`${JSON.stringify(text)}: ${answer.status}`);
    const found = await stored(answer.ref ?? '');
    for (const field of fields)
      if (found[field] !== kept(texts[field], field))
        faults.push(`${field}: ${JSON.stringify(texts[field])} became ${JSON.stringify(found[field])}`);
    return left;
  });
  expect(faults).toEqual([]);
  expect(outcomes.filter((left) => left?.length === 0).length, 'taken by every field').toBeGreaterThan(300);
  const { rows } = await client.query('SELECT count(*) AS count FROM incidents WHERE author_id = $1', [
    coder.id,
  ]);
  expect(Number(rows[0].count), 'records that are there').toBe(hostileTexts.length);
});

test('what is no text, or too long, is refused at every field and nothing of it is kept', async () => {
  const before = await client.query('SELECT count(*) AS count FROM incidents WHERE author_id = $1', [
    coder.id,
  ]);
  const bad = [...refused, 'x'.repeat(80_000)];
  for (const text of bad) {
    const { status, named } = await create(allOf(text));
    expect(status, JSON.stringify(text.slice(0, 20))).toBe(400);
    expect([...named].sort()).toEqual([...fields].sort());
  }
  // A megabyte is more than a whole record may have.
  const { status } = await create({ ...allOf('plain'), title: 'a'.repeat(1_000_000) });
  expect(status).toBe(413);
  const after = await client.query('SELECT count(*) AS count FROM incidents WHERE author_id = $1', [
    coder.id,
  ]);
  expect(after.rows).toEqual(before.rows);
});

test('the filters and the search take every hostile text for a text, and none for anything else', async ({
  baseURL,
}) => {
  const ask = async (path: string) => {
    const response = await fetch(baseURL + path);
    return { status: response.status, text: await response.text() };
  };
  const params = [
    'type',
    'issue',
    'place',
    'dataset',
    'source',
    'status',
    'from',
    'to',
    'starts',
    'sort',
    'by',
    'page',
  ];
  const faults: string[] = [];
  const wide = [
    ...hostileTexts,
    ...refused.filter((text) => !/\p{Cs}/u.test(text)),
    '%',
    '_',
    '\\',
    "' OR 1=1 --",
  ];
  await inTurns([...wide.entries()], async ([n, text]) => {
    const coded = encodeURIComponent(text);
    const search = await ask(`/rows.json?q=${coded}`);
    if (![200, 400].includes(search.status)) faults.push(`q=${coded}: ${search.status}`);
    // All of them are tried on the reading of filters itself (tests/unit/incidents/hostile-filters.test.ts).
    if (n % 6 > 0) return;
    const filters = await ask(`/incidents.csv?${params.map((param) => `${param}=${coded}`).join('&')}`);
    if (![200, 400, 414].includes(filters.status)) faults.push(`filters ${coded}: ${filters.status}`);
  });
  expect(faults).toEqual([]);
});
