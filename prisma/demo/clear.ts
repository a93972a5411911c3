import type { PoolClient } from 'pg';
import { AppError } from '@/lib/errors';
import { datasetId } from '@/lib/ids';
import { demoSlug } from './generate';
import { demoSourcePrefix } from './sources';

const dataset = datasetId(demoSlug);

/**
 * Removes the demo set with all that hangs on it, within the transaction of the caller. A source on which other
 * records have come to rest stays. Returns the number of incidents; null = there was no set. Throws `conflict` when
 * the name is that of a set which is not synthetic.
 */
export async function clearDemo(client: PoolClient): Promise<number | null> {
  const { rows } = await client.query<{ origin: string }>(
    'SELECT origin FROM datasets WHERE id = $1 FOR UPDATE',
    [dataset],
  );
  if (!rows[0]) return null;
  if (rows[0].origin !== 'synthetic')
    throw new AppError('conflict', `The data set “${demoSlug}” is not synthetic, so it is left as it is.`);
  const directives = 'SELECT id FROM directives WHERE dataset_id = $1';
  for (const statement of [
    `DELETE FROM directive_incidents WHERE directive_id IN (${directives})`,
    `DELETE FROM directive_claims WHERE directive_id IN (${directives})`,
    'DELETE FROM directives WHERE dataset_id = $1',
  ])
    await client.query(statement, [dataset]);
  let removed = 0;
  for (const span of await spansOf(client)) removed += await clearSpan(client, span);
  for (const table of ['import_batches', 'reported_figures'])
    await client.query(`DELETE FROM "${table}" WHERE dataset_id = $1`, [dataset]);
  await client.query('DELETE FROM datasets WHERE id = $1', [dataset]);
  await client.query(
    `DELETE FROM sources s WHERE starts_with(s.ref, $1)
      AND NOT EXISTS (SELECT FROM claims c WHERE c.source_id = s.id)
      AND NOT EXISTS (SELECT FROM directive_claims c WHERE c.source_id = s.id)
      AND NOT EXISTS (SELECT FROM reported_figures f WHERE f.source_id = s.id)`,
    [demoSourcePrefix],
  );
  return removed;
}

type Days = { from: string; to: string };

/** The quarters in which incidents of the set begin; one statement for all would keep a note of every row in memory. */
async function spansOf(client: PoolClient): Promise<Days[]> {
  const { rows } = await client.query<Days>(
    `SELECT quarter::date::text AS from, (quarter + interval '3 months')::date::text AS to
      FROM (SELECT min(starts_on) AS first, max(starts_on) AS last FROM incidents WHERE dataset_id = $1) d,
        generate_series(date_trunc('quarter', d.first::timestamp), d.last, '3 months') AS quarter`,
    [dataset],
  );
  return rows;
}

/** Removes the incidents that begin in some days. What hangs on them goes first, so that no cascade has work left. */
async function clearSpan(client: PoolClient, { from, to }: Days): Promise<number> {
  const chosen = 'dataset_id = $1 AND starts_on >= $2::date AND starts_on < $3::date';
  for (const table of ['directive_incidents', 'claims', 'responses'])
    await client.query(
      `DELETE FROM "${table}" WHERE incident_id IN (SELECT id FROM incidents WHERE ${chosen})`,
      [dataset, from, to],
    );
  const { rowCount } = await client.query(`DELETE FROM incidents WHERE ${chosen}`, [dataset, from, to]);
  return rowCount ?? 0;
}
