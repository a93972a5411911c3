import 'server-only';
import { join, type Sql, sql } from '@/lib/db/query';
import type { Position } from '../cursor';
import type { Sort } from '../row';

/**
 * By what a list of `incidents i JOIN places p` is sorted, in order. The migration `row_order` has an index for
 * each. Titles count by their first 100 characters. Incidents without a size come last in either direction: they
 * count as smaller than all where the largest come first, else as larger than all.
 */
function sortKeys({ key, descending }: Sort): Sql[] {
  switch (key) {
    case 'date':
      return [sql`i.starts_on`, sql`i.ends_on`];
    case 'title':
      return [sql`left(lower(i.title), 100)`];
    case 'type':
      return [sql`i.type`];
    case 'place':
      return [sql`p.path`];
    case 'size':
      return [
        descending
          ? sql`coalesce(i.size_min, i.size_max, 0)`
          : sql`coalesce(i.size_min, i.size_max, 2147483647)`,
      ];
  }
}

/** The values by which a row is sorted, as a JSON array for `Position`. */
export function sortValues(sort: Sort): Sql {
  return sql`json_build_array(${join(sortKeys(sort))})`;
}

/** ORDER BY of a list; `backwards` turns it round. The id breaks ties, in the direction of the sort. */
export function orderBy(sort: Sort, { backwards = false } = {}): Sql {
  const down = sort.descending !== backwards;
  // Paths are compared byte by byte, as their index has them.
  if (sort.key === 'place')
    return down ? sql`ORDER BY p.path USING ~>~, i.id DESC` : sql`ORDER BY p.path USING ~<~, i.id`;
  const direction = down ? sql`DESC` : sql`ASC`;
  return sql`ORDER BY ${join([...sortKeys(sort), sql`i.id`].map((key) => sql`${key} ${direction}`))}`;
}

/** The condition that a row comes after a position; with `backwards`, before it. */
export function beyond(sort: Sort, { values, id }: Position, { backwards = false } = {}): Sql {
  const down = sort.descending !== backwards;
  if (sort.key === 'place') {
    const path = sql`${values[0]}`;
    return down
      ? sql`(p.path ~<=~ ${path} AND (p.path ~<~ ${path} OR i.id < ${id}::uuid))`
      : sql`(p.path ~>=~ ${path} AND (p.path ~>~ ${path} OR i.id > ${id}::uuid))`;
  }
  const keys = join([...sortKeys(sort), sql`i.id`]);
  const given = join([...values.map((value) => sql`${value}::${castOf(sort)}`), sql`${id}::uuid`]);
  return down ? sql`(${keys}) < (${given})` : sql`(${keys}) > (${given})`;
}

function castOf({ key }: Sort): Sql {
  switch (key) {
    case 'date':
      return sql`date`;
    case 'size':
      return sql`int`;
    default:
      return sql`text`;
  }
}
