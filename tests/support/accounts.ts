import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { ClientBase, Pool } from 'pg';
import type { Role } from '@/lib/auth/permissions';

type Asker = Pick<Pool | ClientBase, 'query'>;

/** An account that exists for a test, with the cookie of a session that has begun. */
export type TestAccount = {
  id: string;
  login: string;
  password: string;
  role: Role;
  cookie: string;
  token: string;
};

/** A password that can be taken; it opens nothing but the database of a test. */
export const testPassword = 'seven green kettles hum';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Puts an account straight into the database, signed in under http. */
export async function addAccount(db: Asker, role: Role): Promise<TestAccount> {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  const login = `${role}-${id.slice(0, 8)}`;
  const cheap = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
  await db.query('INSERT INTO accounts (id, login, name, role, password_hash) VALUES ($1, $2, $3, $4, $5)', [
    id,
    login,
    `Test ${role}`,
    role,
    await hash(testPassword, cheap),
  ]);
  await db.query(`INSERT INTO sessions (id, account_id, device) VALUES ($1, $2, 'Test')`, [
    sha256(token),
    id,
  ]);
  return { id, login, password: testPassword, role, token, cookie: `daybook-session=${token}` };
}

/** Puts an invitation, or a link for a new password, straight into the database and returns its path. */
export async function addLink(
  db: Asker,
  link: { kind: 'invitation'; role: Role } | { kind: 'new-password'; accountId: string },
  { expired = false }: { expired?: boolean } = {},
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.query(
    `INSERT INTO account_links (id, kind, role, account_id, expires_at)
      VALUES ($1, $2, $3, $4, now() + make_interval(hours => $5))`,
    [
      sha256(token),
      link.kind,
      link.kind === 'invitation' ? link.role : null,
      link.kind === 'new-password' ? link.accountId : null,
      expired ? -1 : 1,
    ],
  );
  return `/link/${token}`;
}

/** Words that stand in records which visitors must not see, and nowhere else. */
export const canary = 'Qwyxalor';

/** Adds records that are not published: a draft of nobody, one of an author, a withdrawn one, and a draft directive. */
export async function addUnpublished(db: Asker, author: string): Promise<void> {
  const records = [
    ['zj-draft-a', 'draft', null],
    ['zj-draft-own', 'draft', author],
    ['zj-withdrawn-a', 'withdrawn', null],
  ] as const;
  for (const [ref, status, of] of records)
    await db.query(
      `INSERT INTO incidents (id, ref, dataset_id, title, summary, type, starts_on, ends_on, date_precision, place_id,
          place_precision, status, author_id)
        SELECT gen_random_uuid(), $1, id, $2, $2, 'strike', '2019-05-01', '2019-05-01', 'day', '440883', 'county', $3, $4
        FROM datasets WHERE slug = 'zhanjiang-log' AND NOT EXISTS (SELECT FROM incidents WHERE ref = $1)`,
      [ref, `${canary} ${ref}`, status, of],
    );
  await db.query(`UPDATE incidents SET author_id = $1 WHERE ref = 'zj-draft-own'`, [author]);
  await db.query(
    `INSERT INTO directives (id, ref, kind, title, summary, issuer_office, status)
      VALUES (gen_random_uuid(), 'draft-d', 'incident-note', $1, $1, 'party-secretary', 'draft')
      ON CONFLICT (ref) DO NOTHING`,
    [canary],
  );
}
