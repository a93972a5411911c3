import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { pool } from './pool';

const held = globalThis as unknown as { daybookPrisma?: PrismaClient };

/** The one Prisma client of the process, on the one pool. */
export function prisma(): PrismaClient {
  held.daybookPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return held.daybookPrisma;
}
