import 'server-only';
import type { CivilDate } from '@/lib/dates/civil';
import { dayNumber } from '@/lib/dates/civil';
import { type Db, join, type Sql, sql } from '@/lib/db/query';
import { type RecordName, type RelatedRecord, type Relation, relations } from './types';

/** How many related records are shown. */
const most = 5;

const nameColumns = sql`i.ref, i.title, i.title_zh AS "titleZh", i.type, i.starts_on AS "startsOn",
  i.ends_on AS "endsOn", i.date_precision AS "datePrecision", i.day_part AS "dayPart"`;

/** The incident that others are compared with. */
export type Anchor = {
  id: string;
  datasetId: string;
  startsOn: CivilDate;
  placeId: string;
  issues: string[];
  directiveRefs: string[];
  offices: string[];
};

/**
 * Up to five records of the same data set that the viewer may see. Those that share a directive come first, then those at
 * the same place, then those that share an issue, then those with a directive of the same office; within each
 * kind the nearest in date. A record appears once, for its strongest reason.
 */
export async function relatedRecords(db: Db, anchor: Anchor, visible: string[]): Promise<RelatedRecord[]> {
  const rules = conditions(anchor, visible);
  const branches = relations.flatMap((relation) => {
    const condition = rules[relation];
    return condition
      ? [
          near(anchor, visible, relation, condition, 'before'),
          near(anchor, visible, relation, condition, 'after'),
        ]
      : [];
  });
  if (branches.length === 0) return [];
  const rows = await db.query<RelatedRecord>(join(branches, ' UNION ALL '));
  return strongest(rows, anchor.startsOn);
}

/** Each record once, by its strongest reason and then its distance in days. Pure. */
export function strongest(rows: RelatedRecord[], day: CivilDate): RelatedRecord[] {
  const distance = (row: RelatedRecord) => Math.abs(dayNumber(row.startsOn) - dayNumber(day));
  const sorted = [...rows].sort(
    (a, b) =>
      relations.indexOf(a.relation) - relations.indexOf(b.relation) ||
      distance(a) - distance(b) ||
      a.ref.localeCompare(b.ref),
  );
  return sorted
    .filter((row, index) => sorted.findIndex(({ ref }) => ref === row.ref) === index)
    .slice(0, most);
}

function conditions(
  { placeId, issues, directiveRefs, offices }: Anchor,
  visible: string[],
): Record<Relation, Sql | null> {
  const linked = (condition: Sql) => sql`EXISTS (SELECT 1 FROM directive_incidents di
    JOIN directives d ON d.id = di.directive_id
    WHERE di.incident_id = i.id AND d.status = ANY(${visible}) AND ${condition})`;
  return {
    directive: directiveRefs.length > 0 ? linked(sql`d.ref = ANY(${directiveRefs})`) : null,
    place: sql`i.place_id = ${placeId}`,
    issue: issues.length > 0 ? sql`i.issues && ${issues}::text[]` : null,
    office: offices.length > 0 ? linked(sql`d.issuer_office = ANY(${offices}::text[])`) : null,
  };
}

/** The nearest few in one direction of time: the index on data set and date is read outwards from the day. */
function near(
  anchor: Anchor,
  visible: string[],
  relation: Relation,
  condition: Sql,
  side: 'before' | 'after',
): Sql {
  const bound =
    side === 'before'
      ? sql`i.starts_on < ${anchor.startsOn}::date`
      : sql`i.starts_on >= ${anchor.startsOn}::date`;
  const order = side === 'before' ? sql`i.starts_on DESC, i.id DESC` : sql`i.starts_on, i.id`;
  return sql`(SELECT ${nameColumns}, ${relation} AS relation FROM incidents i
    WHERE i.dataset_id = ${anchor.datasetId}::uuid AND ${bound} AND i.id <> ${anchor.id}::uuid
      AND i.status = ANY(${visible}) AND ${condition}
    ORDER BY ${order} LIMIT ${most})`;
}

/** The records before and after one by date (then id) in its data set, of those that the viewer may see. */
export async function neighbours(
  db: Db,
  anchor: Pick<Anchor, 'id' | 'datasetId' | 'startsOn'>,
  visible: string[],
): Promise<{ previous: RecordName | null; next: RecordName | null }> {
  const { id, datasetId, startsOn } = anchor;
  const rows = await db.query<RecordName & { side: string }>(sql`
    (SELECT ${nameColumns}, 'previous' AS side FROM incidents i
      WHERE i.dataset_id = ${datasetId}::uuid AND (i.starts_on, i.id) < (${startsOn}::date, ${id}::uuid)
        AND i.status = ANY(${visible})
      ORDER BY i.starts_on DESC, i.id DESC LIMIT 1)
    UNION ALL
    (SELECT ${nameColumns}, 'next' AS side FROM incidents i
      WHERE i.dataset_id = ${datasetId}::uuid AND (i.starts_on, i.id) > (${startsOn}::date, ${id}::uuid)
        AND i.status = ANY(${visible})
      ORDER BY i.starts_on, i.id LIMIT 1)`);
  const find = (side: string) => {
    const row = rows.find((one) => one.side === side);
    if (!row) return null;
    const { side: _, ...name } = row;
    return name;
  };
  return { previous: find('previous'), next: find('next') };
}
