import { Pool } from 'pg';
import { seed } from '@/prisma/seed/seed';

/** Fills the database at DATABASE_URL with the first data set and prints how many rows were made. */
async function main(): Promise<void> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('Set DATABASE_URL to the database that is to be seeded.');
  const pool = new Pool({ connectionString, max: 1, application_name: 'daybook-seed' });
  try {
    const report = await seed(pool);
    for (const [table, rows] of Object.entries(report)) console.log(`${table}: ${rows} made`);
  } finally {
    await pool.end();
  }
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
