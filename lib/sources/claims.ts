import 'server-only';
import { type Sql, sql } from '@/lib/db/query';

/**
 * The columns of `claims c` (or `directive_claims c`) joined with `sources s`, as the type `Claim` has them.
 */
export const claimColumns: Sql = sql`c.field, c.value, c.printed, c.locator, c.basis, c.followed, c.note,
  json_build_object('ref', s.ref, 'outlet', s.outlet, 'headline', s.headline, 'headlineZh', s.headline_zh,
    'publishedOn', s.published_on, 'url', s.url) AS source`;
