import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { pool as productPool } from '@/lib/db/pool';
import { seed } from '@/prisma/seed/seed';

/** A database of its own for one test file. */
export type TestDatabase = { pool: Pool; end: () => Promise<void> };
