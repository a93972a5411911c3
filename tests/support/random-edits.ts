import { storedCodesOf } from '@/lib/codebook/vocabularies';
import type { Random } from '../factories/random';

/** A statement with what it does in a word. */
export type Edit = { name: string; text: string; values: unknown[] };

/** A new incident with an id of one's choice. */
export const insertIncident = (id: string, dataset: string, status: string) => ({
  text: `INSERT INTO incidents (id, ref, dataset_id, title, summary, type, starts_on, ends_on, date_precision, place_id,
      place_precision, status)
    VALUES ($1::uuid, 'x-' || left($1::text, 13), $2, 'x', 'x', 'strike', '2019-03-04', '2019-03-04', 'day', 'CN', 'exact', $3)`,
  values: [id, dataset, status],
});

/** Some of the rows of a table, chosen by chance. */
const chosen = (table: string, seed: string, count: number) =>
  `(SELECT id FROM ${table} ORDER BY md5(id::text || '${seed}') LIMIT ${count})`;

/** One of many ways to change what columns hold. */
export function editOf(chance: Random): Edit {
  const seed = String(chance.int(0, 1e9));
  const count = chance.int(1, 5);
  const incidents = chosen('incidents', seed, count);
  const directives = chosen('directives', seed, count);
  const status = chance.pick(['published', 'draft', 'withdrawn', 'published']);
  const word = `made-up ${seed}`;
  const edits: Record<string, [text: string, ...values: unknown[]]> = {
    status: [`UPDATE incidents SET status = $1 WHERE id IN ${incidents}`, status],
    values: [
      `UPDATE incidents SET issues = $1, groups = $2, forms = $3, targets = $4, size_min = $5, size_max = $6,
        source_category = $7, place_precision = $8 WHERE id IN ${incidents}`,
      chance.some(storedCodesOf('issue'), 4),
      chance.some(storedCodesOf('group'), 3),
      chance.some(storedCodesOf('form'), 3),
      chance.some(storedCodesOf('target'), 3),
      chance.pick([null, 3, chance.int(1, 50_000)]),
      chance.pick([null, 60_000]),
      chance.pick([null, 'Strike', word]),
      chance.pick(['exact', 'unknown']),
    ],
    days: [
      `UPDATE incidents SET starts_on = starts_on + 10, ends_on = starts_on + 10 + $1::int, date_precision = 'days'
        WHERE id IN ${incidents}`,
      chance.int(1, 90),
    ],
    place: [
      `UPDATE incidents SET place_id = (SELECT id FROM places ORDER BY md5(id || $1) LIMIT 1),
        destination_place_id = (SELECT id FROM places ORDER BY md5($1 || id) LIMIT 1) WHERE id IN ${incidents}`,
      seed,
    ],
    newPlace: [
      `WITH made AS (INSERT INTO places (id, name_en, name_zh, level, path)
          VALUES ('CN.p' || $1, 'x', 'x', 'site', 'CN/CN.p' || $1 || '/') RETURNING id)
        SELECT id FROM made`,
      seed,
    ],
    insert: [
      `INSERT INTO incidents (id, ref, dataset_id, title, summary, type, starts_on, ends_on, date_precision, place_id,
          place_precision, status)
        SELECT gen_random_uuid(), 'new-' || n, (SELECT id FROM datasets ORDER BY md5(slug || $1) LIMIT 1), 'x', 'x',
          'strike', DATE '2020-02-01' + n, DATE '2020-02-01' + n, 'day', 'CN', 'exact', $2
          FROM generate_series(1, 5) n`,
      seed,
      status,
    ],
    delete: [`DELETE FROM incidents WHERE id IN ${incidents}`],
    respond: [
      `INSERT INTO responses (incident_id, ordinal, kind)
        SELECT id, 900 + $2::int, $1 FROM incidents WHERE id IN ${incidents} ON CONFLICT DO NOTHING`,
      chance.pick(storedCodesOf('response')),
      chance.int(1, 50),
    ],
    respondElse: [
      `UPDATE responses SET kind = $1 WHERE incident_id IN ${incidents}`,
      chance.pick(storedCodesOf('response')),
    ],
    respondNot: [`DELETE FROM responses WHERE incident_id IN ${incidents}`],
    moveResponses: [
      `UPDATE responses r SET incident_id = (SELECT id FROM incidents ORDER BY md5(id::text) LIMIT 1), ordinal = $1
        WHERE (incident_id, ordinal) = (SELECT incident_id, ordinal FROM responses ORDER BY md5(incident_id::text || $2),
          ordinal LIMIT 1)`,
      chance.int(1_000, 1_000_000),
      seed,
    ],
    claim: [
      `WITH made AS (INSERT INTO sources (id, ref, outlet, headline, kind, language)
          VALUES (gen_random_uuid(), 'source-' || $1, 'x', 'x', 'news-report', 'en') RETURNING id) SELECT id FROM made`,
      seed,
    ],
    claimElse: [
      `INSERT INTO claims (incident_id, ordinal, field, value, source_id, basis)
        SELECT id, $2::int, 'type', 'x', (SELECT id FROM sources ORDER BY md5(ref || $1) LIMIT 1), 'stated'
          FROM incidents WHERE id IN ${incidents} ON CONFLICT DO NOTHING`,
      seed,
      chance.int(900, 950),
    ],
    claimNot: [`DELETE FROM claims WHERE incident_id IN ${incidents}`],
    claimMoved: [
      `UPDATE claims SET source_id = (SELECT id FROM sources ORDER BY md5(ref || $1) LIMIT 1)
        WHERE incident_id IN ${incidents}`,
      seed,
    ],
    directive: [
      `UPDATE directives SET status = $1, orders = $2, issuer_office = $3 WHERE id IN ${directives}`,
      status,
      chance.some(storedCodesOf('order'), 4),
      chance.pick(storedCodesOf('office')),
    ],
    directiveNot: [`DELETE FROM directives WHERE id IN ${chosen('directives', seed, 1)}`],
    link: [
      `INSERT INTO directive_incidents (incident_id, directive_id)
        SELECT i.id, d.id FROM incidents i, directives d WHERE i.id IN ${incidents} AND d.id IN ${directives}
        ON CONFLICT DO NOTHING`,
    ],
    unlink: [`DELETE FROM directive_incidents WHERE incident_id IN ${incidents}`],
    newDataset: [
      `INSERT INTO datasets (id, slug, ref_prefix, title, description, origin, citation, codebook_version)
        VALUES (gen_random_uuid(), 'set-' || $1, 'set' || $1, 'x', 'x', 'synthetic', 'x', '1')`,
      seed,
    ],
  };
  const name = chance.pick(Object.keys(edits));
  const [text, ...values] = edits[name] as [string, ...unknown[]];
  return { name, text, values };
}
