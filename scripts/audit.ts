import { auditPackages } from './steps/audit';
import { runCommand, say } from './steps/lifecycle';

/** Checks the packages; see `scripts/audit.mjs`. */
async function audit(): Promise<number> {
  const { passed, failed, skipped } = await auditPackages();
  say(`Packages: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}

await runCommand(audit);
