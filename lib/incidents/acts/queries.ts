import 'server-only';
import { createHash } from 'node:crypto';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { type Db, empty, snapshot, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { FieldFindings } from '@/lib/privacy/records';
import { type CareTexts, personalDataIn } from '../edit/care';
import type { IncidentFilters } from '../selection';
import { incidentWhere } from '../where';
import { type ActRow, type Plan, planOf } from './plan';
import { type ActDoubt, type ActPreview, mostRecords, type NamedRecord, type RecordAct } from './types';

/** The records of an act: those that a filter keeps, as the page counts them, or some by their refs. */
export type Chosen = { filters: IncidentFilters } | { refs: readonly string[] };

/** An act that was looked into: what it does to each record, and the findings in the texts of those it would publish. */
export type Looked = Plan & {
  matched: number;
  findings: { row: ActRow; findings: FieldFindings[] }[];
  digest: string;
};

/** Records whose texts are read at once. */
const textsAtOnce = 1_000;
/** How many records a preview names: of those that change, of each hindrance, and with personal data. */
const named = { sample: 8, hindered: 10, findings: 200 };

/**
 * The records of an act in the order of their ids. `lock` keeps them from being changed until the transaction ends;
 * in that order nobody who locks several waits for another in a circle.
 * @throws AppError `too-large` with an `ActDoubt` when there are more than `most`.
 */
export async function readActRows(
  db: Db,
  chosen: Chosen,
  viewer: Viewer,
  { lock, most = mostRecords }: { lock: boolean; most?: number | undefined },
): Promise<ActRow[]> {
  authorise(viewer, 'edit');
  const which =
    'filters' in chosen
      ? incidentWhere(chosen.filters, viewer)
      : sql`i.ref = ANY(${[...chosen.refs]}::text[]) AND ${visible(viewer, sql`i`)}`;
  const rows =
    await db.query<ActRow>(sql`SELECT i.id, i.ref, i.version, i.status, i.type, i.issues, i.groups, i.forms,
      i.targets, EXISTS (SELECT 1 FROM incident_redirects m WHERE m.ref = i.ref) AS merged
    FROM incidents i WHERE ${which} ORDER BY i.id LIMIT ${most + 1} ${lock ? sql`FOR UPDATE OF i` : empty}`);
  if (rows.length <= most) return rows;
  const [all] = await db.query<{ count: number }>(
    sql`SELECT count(*) AS count FROM incidents i WHERE ${which}`,
  );
  const matched = all?.count ?? rows.length;
  const details: ActDoubt = { kind: 'too-many', matched, most };
  throw new AppError('too-large', faults.tooManyRecords(matched, most), {
    details,
  });
}

/** Stands for an act and the very versions of its records: another act, record or version has another digest. */
export function digestOf(rows: readonly ActRow[], act: RecordAct): string {
  const hash = createHash('sha256').update(`${JSON.stringify(act)} ${rows.length}`);
  for (const { id, version } of rows) hash.update(` ${id}:${version}`);
  return hash.digest('hex');
}

/** Looks into an act: what it does to each record; what may name a person is not published. Writes nothing. */
export async function lookInto(
  db: Db,
  chosen: Chosen,
  viewer: Viewer,
  act: RecordAct,
  most?: number,
): Promise<Looked> {
  const rows = await readActRows(db, chosen, viewer, { lock: false, most });
  const plan = planOf(rows, act);
  const base = { ...plan, matched: rows.length, digest: digestOf(rows, act) };
  if (act.kind !== 'publish') return { ...base, findings: [] };
  const found = await findIn(
    db,
    plan.changing.map(({ row }) => row),
  );
  const findings = plan.changing.flatMap(({ row }) => {
    const of = found.get(row.id);
    return of ? [{ row, findings: of }] : [];
  });
  return {
    ...base,
    changing: plan.changing.filter(({ row }) => !found.has(row.id)),
    hindered: [...plan.hindered, ...findings.map(({ row }) => ({ row, why: 'personal-data' as const }))],
    findings,
  };
}

/** What looks like personal data in the texts of records, by id; some records at a time, so that few texts are held. */
async function findIn(db: Db, rows: readonly ActRow[]): Promise<Map<string, FieldFindings[]>> {
  const found = new Map<string, FieldFindings[]>();
  for (let at = 0; at < rows.length; at += textsAtOnce) {
    const ids = rows.slice(at, at + textsAtOnce).map(({ id }) => id);
    const texts = await db.query<
      CareTexts & { id: string }
    >(sql`SELECT i.id, i.title, i.title_zh AS "titleZh", i.summary,
        i.source_category AS "sourceCategory", i.size_text AS "sizeText", i.coding_note AS "codingNote",
        coalesce((SELECT json_agg(json_build_object('sizeText', r.size_text) ORDER BY r.ordinal)
          FROM responses r WHERE r.incident_id = i.id), '[]') AS responses,
        coalesce((SELECT json_agg(json_build_object('printed', c.printed, 'note', c.note, 'value', c.value,
            'locator', c.locator) ORDER BY c.ordinal)
          FROM claims c WHERE c.incident_id = i.id), '[]') AS claims
      FROM incidents i WHERE i.id = ANY(${ids}::uuid[])`);
    for (const { id, ...text } of texts) {
      const findings = personalDataIn(text);
      if (findings.length > 0) found.set(id, findings);
    }
  }
  return found;
}

/** An act that was looked into, as it is shown: numbers, and some records by name. */
export async function previewOf(db: Db, looked: Looked): Promise<ActPreview> {
  const groups = new Map<string, { why: ActPreview['hindered'][number]['why']; rows: ActRow[] }>();
  for (const { row, why } of looked.hindered) {
    const key = why === 'state' ? `${why} ${row.status}` : why;
    const group = groups.get(key) ?? { why, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const sample = looked.changing.slice(0, named.sample);
  const findings = looked.findings.slice(0, named.findings);
  const some = [...groups.values()].flatMap(({ rows }) => rows.slice(0, named.hindered));
  const names = await namesOf(db, [...[...sample, ...findings].map(({ row }) => row), ...some]);
  const nameOf = ({ id, ref }: ActRow): NamedRecord => names.get(id) ?? { ref, title: ref, titleZh: null };
  return {
    matched: looked.matched,
    changing: looked.changing.length,
    same: looked.same,
    hindered: [...groups.values()].map(({ why, rows }) => ({
      why,
      status: why === 'state' ? (rows[0]?.status ?? null) : null,
      count: rows.length,
      some: rows.slice(0, named.hindered).map(nameOf),
    })),
    findings: findings.map(({ row, findings: fields }) => ({
      ...nameOf(row),
      fields: fields.map(({ field, findings: list }) => ({
        field,
        kinds: [...new Set(list.map(({ kind }) => kind))],
      })),
    })),
    needsReason: looked.needsReason,
    sample: sample.map(({ row, changes }) => ({ ...nameOf(row), changes })),
    digest: looked.digest,
  };
}

async function namesOf(db: Db, rows: readonly ActRow[]): Promise<Map<string, NamedRecord>> {
  const ids = rows.map(({ id }) => id);
  const found = await db.query<NamedRecord & { id: string }>(
    sql`SELECT id, ref, title, title_zh AS "titleZh" FROM incidents WHERE id = ANY(${ids}::uuid[])`,
  );
  return new Map(found.map(({ id, ...name }) => [id, name]));
}

/**
 * What an act would do, for the one who is about to do it. Writes nothing.
 * @throws AppError `forbidden`, `too-large` as `readActRows`.
 */
export function previewAct(
  viewer: Viewer,
  chosen: Chosen,
  act: RecordAct,
  most?: number,
): Promise<ActPreview> {
  return snapshot(async (db) => previewOf(db, await lookInto(db, chosen, viewer, act, most)));
}
