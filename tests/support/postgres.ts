import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { roleNames } from '@/lib/db/postgres/roles';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the throw-away server; each test file makes its own database with it. */
    adminUrl: string;
    /** The same for the owner's and the app's role. */
    ownerUrl: string;
    appUrl: string;
    /** Name of the migrated, empty database that the databases of the test files are copies of. */
    template: string;
  }
}

const template = 'migrated';

/** Starts a throw-away Postgres for all database tests of a run, with one migrated database to copy. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(tmpdir(), 'daybook-test-'));
  const server = await startEmbedded(home);
  const { admin, owner, app } = await server.createDatabase(template);
  await migrate(owner, roleNames.app);
  provide('adminUrl', admin);
  provide('ownerUrl', owner);
  provide('appUrl', app);
  provide('template', template);
  return async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
