import type { Client } from 'pg';
import { changeHash, firstPreviousHash } from '@/lib/audit/hash';
import { datasetId, incidentId, recordId } from '@/lib/ids';

/** A row as column names and values. */
export type Row = Record<string, unknown>;

/** Inserts a row and returns nothing; throws what the database says. */
export async function insertRow(client: Client, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).map((column) => client.escapeIdentifier(column));
  const marks = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `INSERT INTO ${client.escapeIdentifier(table)} (${columns}) VALUES (${marks})`,
    Object.values(row),
  );
}

const dataset = datasetId('test');
const source = recordId('source', 'test-source');
const directive = recordId('directive', 't-d-1');
const incident = incidentId(dataset, '1');

/** One good row for each table with constraints, in an order in which they can be inserted. */
export const goodRows = {
  places: { id: 'CN', name_en: 'China', name_zh: '中国', level: 'country', path: 'CN/' },
  sources: {
    id: source,
    ref: 'test-source',
    outlet: 'Test Daily',
    headline: 'A made-up report',
    kind: 'newspaper',
    language: 'en',
  },
  datasets: {
    id: dataset,
    slug: 'test',
    ref_prefix: 't',
    title: 'Test',
    description: 'Made up.',
    origin: 'synthetic',
    citation: 'None.',
    codebook_version: '1',
  },
  import_batches: {
    id: '0191d2a0-0000-7000-8000-000000000001',
    dataset_id: dataset,
    file_name: 'a.csv',
    sha256: '0'.repeat(64),
    rows_read: 1,
    rows_kept: 1,
    status: 'committed',
  },
  import_parts: {
    batch_id: '0191d2a0-0000-7000-8000-000000000001',
    file: 1,
    part: 0,
    bytes: Buffer.from('a'),
  },
  import_mappings: {
    id: '0191d2a0-0000-7000-8000-000000000002',
    name: 'Weekly log',
    mapping: '{}',
    author_name: 'test',
  },
  incidents: {
    id: incident,
    ref: 't-1',
    dataset_id: dataset,
    external_id: '1',
    title: 'Workers gather',
    title_zh: '工人聚集',
    summary: 'A made-up summary.',
    type: 'mass-incident',
    starts_on: '2019-09-13',
    ends_on: '2019-09-13',
    date_precision: 'day',
    place_id: 'CN',
    place_precision: 'exact',
  },
  responses: { incident_id: incident, ordinal: 1, kind: 'police-present' },
  directives: {
    id: directive,
    ref: 't-d-1',
    kind: 'incident-note',
    title: 'Keep order',
    title_zh: '维持秩序',
    summary: 'A made-up order.',
    issuer_office: 'government',
  },
  claims: {
    incident_id: incident,
    ordinal: 1,
    field: 'title',
    value: 'x',
    source_id: source,
    basis: 'stated',
  },
  directive_claims: {
    directive_id: directive,
    ordinal: 1,
    field: 'orders',
    value: 'x',
    source_id: source,
    basis: 'stated',
  },
  reported_figures: {
    id: recordId('figure', 'test-figure'),
    ref: 'test-figure',
    metric: 'incidents',
    label: 'Incidents',
    value: 293,
    bound: 'exact',
    unit: 'incidents',
    source_id: source,
  },
  populations: { place_id: 'CN', year: 2020, people: 1_411_778_724, origin: 'Census' },
  reference_periods: {
    id: 'test-days',
    name_en: 'Test days',
    name_zh: '测试日',
    starts_on: '2019-10-01',
    ends_on: '2019-10-07',
  },
  saved_views: {
    id: 'ABCDEFGHJK2',
    name: 'A view',
    description: 'What it shows.',
    page: '/',
    state: '{"type":"petition"}',
    codebook_version: '2026.1',
  },
  write_counts: { kind: 'saved-view', visitor: '0'.repeat(64), hour: '2026-11-25T10:00:00Z', count: 1 },
  read_counts: {
    visitor: '6'.repeat(64),
    minute: '2026-11-25T10:00:00Z',
    count: 1,
    strikes: 1,
    waits_until: '2026-11-25T10:01:00Z',
  },
  accounts: {
    id: '00000000-0000-4000-8000-00000000ac01',
    login: 'ida',
    name: 'Ida',
    role: 'coder',
    password_hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  },
  sessions: {
    id: '1'.repeat(64),
    account_id: '00000000-0000-4000-8000-00000000ac01',
    device: 'Firefox on Linux',
  },
  known_devices: { id: '2'.repeat(64), account_id: '00000000-0000-4000-8000-00000000ac01' },
  account_links: {
    id: '3'.repeat(64),
    kind: 'invitation',
    role: 'coder',
    note: 'for the desk',
    expires_at: '2026-12-01T10:00:00Z',
  },
  acts: {
    id: '00000000-0000-4000-8000-00000000ac02',
    kind: 'publish',
    details: '{}',
    actor_id: '00000000-0000-4000-8000-00000000ac01',
    actor_name: 'Ida',
    matched: 3,
    changed: 2,
  },
  sign_in_tries: { login: '4'.repeat(64), visitor: '5'.repeat(64) },
  changes: {
    subject_id: incident,
    version: 1,
    subject_type: 'incident',
    action: 'incident.created',
    actor_name: 'test',
    changes: '{}',
    created_at: '2026-11-25T10:00:00.000Z',
    seq: 1,
    previous_hash: firstPreviousHash,
    hash: changeHash(firstPreviousHash, {
      seq: 1,
      subjectId: incident,
      version: 1,
      subjectType: 'incident',
      action: 'incident.created',
      actorId: null,
      actorName: 'test',
      actorRole: null,
      batchId: null,
      changes: '{}',
      reason: null,
      createdAt: new Date('2026-11-25T10:00:00.000Z'),
    }),
  },
} satisfies Record<string, Row>;

export type TableName = keyof typeof goodRows;

/** Inserts every good row. */
export async function insertGoodRows(client: Client): Promise<void> {
  for (const [table, row] of Object.entries(goodRows)) await insertRow(client, table, row);
}
