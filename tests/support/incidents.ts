import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { codebookVersion } from '@/lib/codebook/vocabularies';
import type { EditedIncident } from '@/lib/incidents/edit/types';
import type { TestAccount } from './accounts';

/** An incident that can be saved, with a title that no other has. */
export function incidentLike(own: Partial<EditedIncident> = {}): EditedIncident {
  const word = () => Math.random().toString(36).slice(2, 12);
  return {
    title: `${word()} ${word()} ${word()}`,
    titleZh: null,
    summary: 'Workers stood before the gate.',
    type: 'strike',
    sourceCategory: null,
    startsOn: '2019-03-02',
    endsOn: '2019-03-02',
    datePrecision: 'day',
    dayPart: null,
    placeId: '440883',
    placePrecision: 'county',
    destinationPlaceId: null,
    latitude: null,
    longitude: null,
    pointPublic: false,
    sizeMin: 20,
    sizeMax: null,
    sizeApprox: false,
    sizeText: null,
    issues: ['wage-arrears'],
    groups: [],
    forms: [],
    targets: [],
    codingNote: null,
    responses: [],
    claims: [],
    directives: [],
    ...own,
  };
}

/** Sends JSON as an account does from a page of the app that runs at `BASE_URL`. */
export async function sendAs(account: TestAccount, path: string, body: object): Promise<Response> {
  const site = process.env.BASE_URL ?? '';
  return fetch(site + path, {
    method: 'POST',
    headers: { origin: site, cookie: account.cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Adds a data set that is made up, so that what is published in it counts nowhere else, and returns its slug. */
export async function addMadeUpDataset(db: Pick<ClientBase, 'query'>): Promise<string> {
  const prefix = randomUUID().slice(0, 8);
  const slug = `made-up-${prefix}`;
  await db.query(
    `INSERT INTO datasets (id, slug, ref_prefix, title, description, origin, citation, redistributable, codebook_version)
      VALUES ($1, $2, $3, 'Made up for a test', 'Nothing here happened.', 'synthetic', 'A test.', true, $4)`,
    [randomUUID(), slug, prefix, codebookVersion],
  );
  return slug;
}

/** Makes a draft of an account and returns its ref. */
export async function addDraft(
  account: TestAccount,
  incident: EditedIncident,
  dataset = 'zhanjiang-log',
): Promise<string> {
  const body = { dataset, incident, notDuplicate: true };
  const response = await sendAs(account, '/api/incidents', body);
  if (!response.ok) throw new Error(`The draft was not made: ${await response.text()}`);
  return ((await response.json()) as { ref: string }).ref;
}
