import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { EditedIncident } from '@/lib/incidents/edit/types';
import type { TestAccount } from './accounts';
import { addDraft, addMadeUpDataset, incidentLike, sendAs } from './incidents';

/**
 * The word that every text of a hidden record begins with. Tests ask for `secretWord`, which an answer may repeat;
 * what leaks is the word with a text behind it.
 */
export const secretWord = 'Vexolquar';
export const leak = new RegExp(`${secretWord}(-|%2D)`, 'i');
const secret = (place: string) => `${secretWord}-${place}`;

/** A number that looks like a telephone, so that a record that holds it needs a reason to be published. */
const looksPersonal = '13800138000';

/** What the names of the hidden source begin with. */
export const secretSource = 'Vexolpaper';

/** An incident whose every text is a secret. */
const secretIncident = (): EditedIncident =>
  incidentLike({
    title: secret('title'),
    titleZh: secret('titleZh'),
    summary: secret('summary'),
    sourceCategory: secret('category'),
    sizeText: secret('size'),
    codingNote: secret('note'),
    responses: [{ kind: 'warning', count: null, durationDays: null, sizeText: secret('response') }],
    claims: [
      {
        field: 'sizeMin',
        value: secret('value'),
        printed: secret('printed'),
        source: 'epoch-times-2020-10-22',
        locator: secret('locator'),
        basis: 'stated',
        followed: true,
        note: secret('claim'),
      },
    ],
  });

/** What must not be seen: the refs of a draft and of a withdrawn incident, and of a draft directive. */
export type Hidden = {
  dataset: string;
  draft: string;
  withdrawn: string;
  directive: string;
  published: string;
  /** A source that nothing rests on but the draft; those who code see it. */
  source: string;
};

/** Takes a record through steps of the work on it, as an editor. */
export async function step(
  editor: TestAccount,
  ref: string,
  steps: readonly string[],
  more: object = {},
): Promise<void> {
  for (const [index, to] of steps.entries()) {
    const response = await sendAs(editor, '/api/incidents/step', { ref, version: index + 1, to, ...more });
    if (!response.ok) throw new Error(`${ref} did not become ${to}: ${await response.text()}`);
  }
}

/**
 * Adds hidden records to a data set of their own: a draft, a withdrawn incident, and a published one that is linked to a
 * draft directive and whose history holds a secret reason.
 */
export async function addHidden(db: ClientBase, author: TestAccount, editor: TestAccount): Promise<Hidden> {
  const dataset = await addMadeUpDataset(db);
  const source = `${secretSource}-${randomUUID().slice(0, 8)}`.toLowerCase();
  await db.query(
    `INSERT INTO sources (id, ref, outlet, headline, kind, language)
      VALUES (gen_random_uuid(), $1, $2, $3, 'news-report', 'en')`,
    [source, `${secretSource} outlet`, `${secretSource} headline`],
  );
  const incident = secretIncident();
  const claims = incident.claims.map((claim) => ({ ...claim, source }));
  const draft = await addDraft(author, { ...incident, claims }, dataset);
  const withdrawn = await addDraft(author, secretIncident(), dataset);
  await step(editor, withdrawn, ['in-review', 'published', 'withdrawn'], { reason: secret('reason') });
  const published = await addDraft(
    author,
    incidentLike({ title: 'An open record', summary: `They wrote ${looksPersonal}.` }),
    dataset,
  );
  await step(editor, published, ['in-review', 'published'], { careReason: secret('care') });
  const directive = `draft-${randomUUID().slice(0, 8)}`;
  const id = randomUUID();
  await db.query(
    `INSERT INTO directives (id, ref, kind, title, title_zh, summary, issuer_office, issuer_text, coding_note, addressees,
        orders, status)
      VALUES ($1, $2, 'incident-note', $3, $4, $5, 'party-secretary', $6, $7, ARRAY[$8], '{}', 'draft')`,
    [
      id,
      directive,
      ...['d-title', 'd-titleZh', 'd-summary', 'd-issuer', 'd-note', 'd-addressee'].map(secret),
    ],
  );
  await db.query(
    `INSERT INTO directive_incidents (incident_id, directive_id) SELECT i.id, $2 FROM incidents i WHERE i.ref = $1`,
    [published, id],
  );
  await db.query(
    `INSERT INTO directive_claims (directive_id, ordinal, field, value, printed, source_id, locator, basis, note)
      SELECT $1, 1, 'summary', $2, $3, s.id, $4, 'stated', $5 FROM sources s WHERE s.ref = 'epoch-times-2020-10-22'`,
    [id, ...['d-value', 'd-printed', 'd-locator', 'd-claim'].map(secret)],
  );
  return { dataset, draft, withdrawn, directive, published, source };
}
