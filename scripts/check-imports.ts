import { parseModules, readSources } from './imports/modules';
import { findViolations } from './imports/rules';

/** Checks the direction of imports in the whole project and lists what goes the wrong way. */
const modules = parseModules(readSources());
const violations = findViolations(modules);
for (const { rule, at, why } of violations) console.log(`${rule}: ${at} ${why}`);
console.log(`${modules.length} modules read, ${violations.length} imports in the wrong direction.`);
process.exitCode = violations.length === 0 ? 0 : 1;
