import { Pool } from 'pg';
import { pool as productPool } from '@/lib/db/pool';
import { seed } from '@/prisma/seed/seed';

/** The database of a test file, seeded. `end` closes the connections of the test and of the product. */
export type SeededDatabase = { pool: Pool; end: () => Promise<void> };

/** Seeds the throw-away database of the test file (`DATABASE_URL`, migrated and empty). */
export async function seededDatabase(): Promise<SeededDatabase> {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
  await seed(pool);
  return {
    pool,
    async end() {
      await pool.end();
      await productPool().end();
    },
  };
}
