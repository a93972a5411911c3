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
  // What hangs on the records goes first, a table at a time, so that no cascade has work left.
  const ofIncidents = 'incident_id IN (SELECT id FROM incidents WHERE dataset_id = $1)';
  const ofDirectives = 'directive_id IN (SELECT id FROM directives WHERE dataset_id = $1)';
  for (const statement of [
    `DELETE FROM directive_incidents WHERE ${ofIncidents}`,
    `DELETE FROM directive_incidents WHERE ${ofDirectives}`,
    `DELETE FROM directive_claims WHERE ${ofDirectives}`,
    'DELETE FROM directives WHERE dataset_id = $1',
    `DELETE FROM claims WHERE ${ofIncidents}`,
    `DELETE FROM responses WHERE ${ofIncidents}`,
  ])
    await client.query(statement, [dataset]);
  const removed = await clearIncidents(client);
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

/**
 * Removes the incidents, those that begin in one quarter of a year after another: one statement for all would keep a
 * note of every row in the memory of the database until its end.
 */
async function clearIncidents(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT quarter::date::text AS from, (quarter + interval '3 months')::date::text AS to
      FROM (SELECT min(starts_on) AS first, max(starts_on) AS last FROM incidents WHERE dataset_id = $1) d,
        generate_series(date_trunc('quarter', d.first::timestamp), d.last, '3 months') AS quarter`,
    [dataset],
  );
  let removed = 0;
  for (const { from, to } of rows) {
    const { rowCount } = await client.query(
      'DELETE FROM incidents WHERE dataset_id = $1 AND starts_on >= $2::date AND starts_on < $3::date',
      [dataset, from, to],
    );
    removed += rowCount ?? 0;
  }
  return removed;
}
