import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { datasetId, incidentId } from '@/lib/ids';
import { goodRows, insertGoodRows, type Row, type TableName } from '../support/rows';

let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await insertGoodRows(client);
});
afterAll(() => client.end());
beforeEach(() => client.query('BEGIN'));
afterEach(() => client.query('ROLLBACK'));

/** Changes the one good row of a table. */
async function change(table: TableName | 'data_version', row: Row): Promise<void> {
  const columns = Object.keys(row).map(
    (column, index) => `${client.escapeIdentifier(column)} = $${index + 1}`,
  );
  await client.query(`UPDATE ${table} SET ${columns}`, Object.values(row));
}

const dated = (starts_on: string, ends_on: string, date_precision: string) => ({
  starts_on,
  ends_on,
  date_precision,
});
const issued = (issued_from: string | null, issued_to: string | null, issued_precision: string | null) => ({
  issued_from,
  issued_to,
  issued_precision,
});

/** Each constraint by name, with rows that it alone refuses. */
const refused: [constraint: string, table: TableName | 'data_version', rows: Row[]][] = [
  ['datasets_slug_form', 'datasets', [{ slug: 'Test' }, { slug: 'a--b' }, { slug: '' }, { slug: 'a b' }]],
  ['datasets_ref_prefix_form', 'datasets', [{ ref_prefix: 'z-j' }, { ref_prefix: 'ZJ' }, { ref_prefix: '' }]],
  ['datasets_origin_known', 'datasets', [{ origin: 'made-up' }]],
  ['datasets_coverage_order', 'datasets', [{ coverage_from: '2020-01-02', coverage_to: '2020-01-01' }]],
  ['import_batches_status_known', 'import_batches', [{ status: 'done' }]],
  ['import_batches_rows_counted', 'import_batches', [{ rows_read: -1 }, { rows_kept: -1 }]],
  ['import_batches_job_known', 'import_batches', [{ job: 'sleep' }]],
  ['import_batches_committed_whole', 'import_batches', [{ dataset_id: null }]],
  ['import_parts_numbered', 'import_parts', [{ file: -1 }, { part: -1 }]],
  ['import_parts_some', 'import_parts', [{ bytes: Buffer.alloc(0) }, { bytes: Buffer.alloc(1_048_577) }]],
  ['import_mappings_version_positive', 'import_mappings', [{ version: 0 }]],
  ['incidents_import_row_positive', 'incidents', [{ import_row: 0 }]],
  ['incidents_extra_object', 'incidents', [{ extra: '[]' }, { extra: '"a"' }]],
  ['incidents_id_from_external_id', 'incidents', [{ external_id: '2' }, { external_id: '' }]],
  ['incidents_status_known', 'incidents', [{ status: 'public' }, { status: 'Published' }]],
  ['incidents_version_positive', 'incidents', [{ version: 0 }]],
  ['incidents_dates_order', 'incidents', [dated('2019-09-14', '2019-09-13', 'days')]],
  ['incidents_date_precision_known', 'incidents', [{ date_precision: 'decade' }]],
  [
    'incidents_dates_fit_precision',
    'incidents',
    [
      dated('2019-09-13', '2019-09-14', 'day'),
      dated('2019-09-10', '2019-09-16', 'week'),
      dated('2019-09-09', '2019-09-14', 'week'),
      dated('2019-02-01', '2019-02-27', 'month'),
      dated('2019-02-02', '2019-03-01', 'month'),
      dated('2019-01-01', '2019-02-28', 'month'),
      dated('2019-02-01', '2019-04-30', 'quarter'),
      dated('2019-01-01', '2019-06-30', 'quarter'),
      dated('2019-01-01', '2019-12-30', 'year'),
      dated('2019-07-01', '2020-06-30', 'year'),
    ],
  ],
  ['incidents_size_min_positive', 'incidents', [{ size_min: 0 }]],
  ['incidents_size_max_positive', 'incidents', [{ size_max: 0 }, { size_max: -1 }]],
  ['incidents_size_order', 'incidents', [{ size_min: 100, size_max: 99 }]],
  [
    'incidents_latitude_range',
    'incidents',
    [
      { latitude: 90.1, longitude: 0 },
      { latitude: 'NaN', longitude: 0 },
    ],
  ],
  ['incidents_longitude_range', 'incidents', [{ latitude: 0, longitude: -180.1 }]],
  ['incidents_point_whole', 'incidents', [{ latitude: 21 }, { longitude: 110 }]],
  ['incidents_issues_unknown_is_empty', 'incidents', [{ issues: ['wages', 'unknown'] }]],
  ['incidents_groups_unknown_is_empty', 'incidents', [{ groups: ['unknown'] }]],
  ['incidents_forms_unknown_is_empty', 'incidents', [{ forms: ['unknown'] }]],
  ['incidents_targets_unknown_is_empty', 'incidents', [{ targets: ['unknown'] }]],
  ['responses_ordinal_positive', 'responses', [{ ordinal: 0 }]],
  ['responses_count_positive', 'responses', [{ count: 0 }]],
  ['responses_duration_positive', 'responses', [{ duration_days: 0 }]],
  ['directives_status_known', 'directives', [{ status: 'final' }]],
  ['directives_version_positive', 'directives', [{ version: 0 }]],
  [
    'directives_issued_whole',
    'directives',
    [issued('2019-09-13', null, null), issued('2019-09-13', '2019-09-13', null), issued(null, null, 'day')],
  ],
  ['directives_issued_order', 'directives', [issued('2019-09-14', '2019-09-13', 'days')]],
  ['directives_issued_precision_known', 'directives', [issued('2019-09-13', '2019-09-13', 'hour')]],
  [
    'directives_issued_fits_precision',
    'directives',
    [
      issued('2019-09-13', '2019-09-14', 'day'),
      issued('2019-09-10', '2019-09-16', 'week'),
      issued('2019-09-01', '2019-09-29', 'month'),
      issued('2019-09-01', '2019-11-30', 'quarter'),
      issued('2019-09-01', '2020-08-31', 'year'),
    ],
  ],
  ['directives_orders_unknown_is_empty', 'directives', [{ orders: ['unknown'] }]],
  ['claims_ordinal_positive', 'claims', [{ ordinal: 0 }]],
  ['claims_basis_known', 'claims', [{ basis: 'guessed' }]],
  ['directive_claims_ordinal_positive', 'directive_claims', [{ ordinal: -1 }]],
  ['directive_claims_basis_known', 'directive_claims', [{ basis: 'guessed' }]],
  ['sources_version_positive', 'sources', [{ version: 0 }]],
  ['reported_figures_version_positive', 'reported_figures', [{ version: 0 }]],
  ['reported_figures_bound_known', 'reported_figures', [{ bound: 'more' }]],
  ['reported_figures_days_order', 'reported_figures', [{ from_day: '2020-01-02', to_day: '2020-01-01' }]],
  ['places_level_known', 'places', [{ level: 'city' }]],
  ['places_path_ends_with_id', 'places', [{ path: 'CN' }, { path: 'XCN' }, { path: 'CN/440000/' }]],
  ['places_latitude_range', 'places', [{ latitude: -91, longitude: 0 }]],
  ['places_longitude_range', 'places', [{ latitude: 0, longitude: 181 }]],
  ['places_point_whole', 'places', [{ latitude: 21 }]],
  ['places_validity_order', 'places', [{ valid_from: '2020-01-02', valid_to: '2020-01-01' }]],
  ['populations_people_positive', 'populations', [{ people: 0 }]],
  ['reference_periods_order', 'reference_periods', [{ starts_on: '2019-10-08' }]],
  ['changes_version_positive', 'changes', [{ version: 0 }]],
  [
    'changes_chain_form',
    'changes',
    [{ seq: 0 }, { hash: 'a'.repeat(65) }, { previous_hash: '0'.repeat(63) }],
  ],
  ['changes_redacted_later', 'changes', [{ redacted_by: 0 }]],
  ['saved_views_id_form', 'saved_views', [{ id: 'short' }, { id: 'ABCDEFGHIJK' }, { id: 'ABCDEFGHJK/' }]],
  ['saved_views_name_length', 'saved_views', [{ name: '' }, { name: 'x'.repeat(121) }]],
  ['saved_views_name_one_line', 'saved_views', [{ name: ' x' }, { name: 'a\nb' }]],
  [
    'saved_views_description_length',
    'saved_views',
    [{ description: '' }, { description: 'x'.repeat(1_001) }],
  ],
  ['saved_views_page_known', 'saved_views', [{ page: '/data' }, { page: '//elsewhere.example' }]],
  [
    'saved_views_state_texts',
    'saved_views',
    [{ state: '[]' }, { state: '{"page":1}' }, { state: '{"type":["petition"]}' }],
  ],
  ['saved_views_state_length', 'saved_views', [{ state: JSON.stringify({ q: 'x'.repeat(20_000) }) }]],
  ['saved_views_codebook_version_length', 'saved_views', [{ codebook_version: '' }]],
  ['data_version_single', 'data_version', [{ only_row: false }]],
  ['write_counts_kind_form', 'write_counts', [{ kind: 'Saved view' }]],
  ['write_counts_visitor_form', 'write_counts', [{ visitor: '192.0.2.1' }]],
  ['write_counts_count_positive', 'write_counts', [{ count: 0 }]],
  ['read_counts_visitor_form', 'read_counts', [{ visitor: '192.0.2.1' }]],
  ['read_counts_count_positive', 'read_counts', [{ count: 0 }]],
  [
    'read_counts_strikes_fit',
    'read_counts',
    [{ strikes: 0 }, { waits_until: null }, { strikes: -1, waits_until: null }],
  ],
  [
    'accounts_login_form',
    'accounts',
    [{ login: 'Ida' }, { login: 'id' }, { login: '.ida' }, { login: 'i da' }],
  ],
  [
    'accounts_name_one_line',
    'accounts',
    [{ name: '' }, { name: ' Ida' }, { name: 'I\nda' }, { name: 'a'.repeat(81) }],
  ],
  ['accounts_role_known', 'accounts', [{ role: 'owner' }]],
  ['accounts_password_hashed', 'accounts', [{ password_hash: 'secret' }, { password_hash: '$2b$10$abc' }]],
  ['accounts_totp_whole', 'accounts', [{ totp_since: '2026-11-25T10:00:00Z' }, { totp_step: 1 }]],
  ['accounts_version_positive', 'accounts', [{ version: 0 }]],
  ['sessions_id_form', 'sessions', [{ id: 'token' }]],
  ['sessions_device_length', 'sessions', [{ device: '' }, { device: 'a'.repeat(81) }]],
  ['known_devices_id_form', 'known_devices', [{ id: 'token' }]],
  ['account_links_id_form', 'account_links', [{ id: 'token' }]],
  [
    'account_links_kind_fits',
    'account_links',
    [{ kind: 'first' }, { kind: 'new-password' }, { role: null }, { role: 'owner' }, { kind: 'other' }],
  ],
  ['account_links_note_length', 'account_links', [{ note: '' }, { note: 'a'.repeat(201) }]],
  ['acts_kind_known', 'acts', [{ kind: 'delete' }]],
  ['acts_details_object', 'acts', [{ details: '[]' }]],
  ['acts_changed_some', 'acts', [{ changed: 0 }, { changed: 4 }]],
  [
    'acts_undo_whole',
    'acts',
    [
      { kind: 'undo' },
      { undoes: '00000000-0000-4000-8000-00000000ac01' },
      { kind: 'undo', undoes: '00000000-0000-4000-8000-00000000ac02' },
    ],
  ],
  ['sign_in_tries_hashed', 'sign_in_tries', [{ login: 'ida' }, { visitor: '192.0.2.1' }]],
];

describe('each constraint', () => {
  test.each(refused)('%s refuses a bad row by its name', async (constraint, table, rows) => {
    for (const row of rows) {
      await client.query('SAVEPOINT before');
      // The trail and the saved views refuse changes; their checks are tried with the triggers off.
      if (table === 'changes' || table === 'saved_views')
        await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await expect(change(table, row), JSON.stringify(row)).rejects.toMatchObject({ constraint });
      await client.query('ROLLBACK TO before');
    }
  });

  test('is tried above', async () => {
    const { rows } = await client.query<{ conname: string }>(
      `SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    );
    expect(rows.map(({ conname }) => conname).sort()).toEqual(
      refused.map(([constraint]) => constraint).sort(),
    );
  });
});

describe('good rows', () => {
  test.each([
    dated('2019-09-13', '2019-09-13', 'day'),
    dated('2019-09-13', '2019-09-20', 'days'),
    dated('2019-12-30', '2020-01-05', 'week'),
    dated('2020-02-01', '2020-02-29', 'month'),
    dated('2019-10-01', '2019-12-31', 'quarter'),
    dated('2019-01-01', '2019-12-31', 'year'),
  ])('dates that fit their precision pass: %o', async (row) => {
    await expect(change('incidents', row)).resolves.toBeUndefined();
    await expect(
      change('directives', issued(row.starts_on, row.ends_on, row.date_precision)),
    ).resolves.toBeUndefined();
  });

  test('an incident without an external id may have any id', async () => {
    await client.query('DELETE FROM responses');
    await client.query('DELETE FROM claims');
    const id = '0191d2a0-0000-7000-8000-000000000002';
    await expect(change('incidents', { id, external_id: null })).resolves.toBeUndefined();
  });

  test('the database and the code derive the same id from an external id', async () => {
    const dataset = datasetId('test');
    const names = ['1', '2019-09-13-a', '湛江', "it's; -- ?"];
    const { rows } = await client.query<{ id: string }>(
      'SELECT uuid_generate_v5($1::uuid, name) AS id FROM unnest($2::text[]) WITH ORDINALITY AS t (name, n) ORDER BY n',
      [dataset, names],
    );
    expect(rows.map(({ id }) => id)).toEqual(names.map((name) => incidentId(dataset, name)));
  });
});

describe('one of a kind', () => {
  test('an external id occurs once in a data set', async () => {
    await expect(client.query('INSERT INTO incidents SELECT * FROM incidents')).rejects.toThrow();
  });

  test('a place has one preferred population', async () => {
    await change('populations', { preferred: true });
    const insert = `INSERT INTO populations (place_id, year, people, origin, preferred) VALUES ('CN', 2010, 1, 'x', true)`;
    await expect(client.query(insert)).rejects.toMatchObject({ constraint: 'populations_preferred_key' });
  });
});

describe('search text', () => {
  test('holds title, Chinese title and summary in small letters, and follows them', async () => {
    await change('incidents', { title: 'ÉCOLE Closed' });
    const { rows } = await client.query('SELECT search_text FROM incidents');
    expect(rows).toEqual([{ search_text: 'école closed 工人聚集 a made-up summary.' }]);
  });

  test('has trigrams for Chinese', async () => {
    const { rows } = await client.query<{ n: number }>(`SELECT cardinality(show_trgm('湛江市群众')) AS n`);
    expect(rows[0]?.n).toBeGreaterThan(3);
  });
});

describe('the audit trail', () => {
  test.each(['UPDATE changes SET reason = NULL', 'DELETE FROM changes', 'TRUNCATE changes'])(
    'refuses %s even to the owner',
    async (statement) => {
      await expect(client.query(statement)).rejects.toMatchObject({ constraint: 'changes_append_only' });
    },
  );

  test.each(['UPDATE changes SET reason = NULL', 'DELETE FROM changes', 'TRUNCATE changes'])(
    'gives the role of the app no right to %s',
    async (statement) => {
      const app = new Client({ connectionString: process.env.DATABASE_URL });
      await app.connect();
      try {
        await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
      } finally {
        await app.end();
      }
    },
  );

  test('takes new rows from the role of the app', async () => {
    const app = new Client({ connectionString: process.env.DATABASE_URL });
    await app.connect();
    try {
      const { subject_id } = goodRows.changes;
      const change = { subject_id, version: 2, subject_type: 'incident', action: 'incident.updated' };
      await app.query('SELECT append_changes($1::jsonb)', [
        JSON.stringify([{ ...change, actor_name: 'test', changes: {} }]),
      ]);
      const { rows } = await app.query('SELECT seq FROM changes WHERE version = 2');
      expect(rows).toHaveLength(1);
    } finally {
      await app.end();
    }
  });
});
