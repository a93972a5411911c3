import 'server-only';
import { type Db, database, sql } from '@/lib/db/query';

/** What is needed to let somebody in. `device`: the id of the known device that the browser is; null = it is none. */
export type Secrets = {
  id: string;
  login: string;
  passwordHash: string;
  /** The second factor that is in use; null = none. */
  totp: { key: string; lastStep: number | null } | null;
  device: string | null;
};

/** The secrets of an open account of this login; null = there is none. */
export async function readSecrets(login: string, device: string | null): Promise<Secrets | null> {
  const [row] = await database.query<Secrets>(sql`SELECT a.id, a.login, a.password_hash AS "passwordHash",
      CASE WHEN a.totp_since IS NOT NULL
        THEN json_build_object('key', a.totp_key, 'lastStep', a.totp_step) END AS totp,
      (SELECT d.id FROM known_devices d WHERE d.id = ${device} AND d.account_id = a.id) AS device
    FROM accounts a WHERE a.login = ${login} AND a.closed_at IS NULL`);
  return row ?? null;
}

/** Uses a code of the second factor up. False = it, or a later one, was used meanwhile. */
export async function spendCode(db: Db, id: string, step: number): Promise<boolean> {
  const rows = await db.query(sql`UPDATE accounts SET totp_step = ${step}
    WHERE id = ${id}::uuid AND (totp_step IS NULL OR totp_step < ${step}) RETURNING id`);
  return rows.length === 1;
}
