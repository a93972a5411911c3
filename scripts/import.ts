import { existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { columnsKeeper } from './steps/columns-file';
import { findDatabase } from './steps/find-database';
import { type ImportArguments, readImportArguments } from './steps/import-arguments';
import { endImport, importProgress } from './steps/import-report';
import { atEnd, runCommand } from './steps/lifecycle';

/** Imports files into the database of the app; see `scripts/import.mjs`. 0 = everything was taken, 2 = rows were refused. */
async function run(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const asked = readImportArguments(process.argv.slice(2));
  for (const file of asked.files) if (!existsSync(file)) throw new Error(`There is no file “${file}”.`);
  const keepColumns = columnsKeeper();
  const database = await findDatabase();
  process.env.DATABASE_URL = database;
  // Asks for the settings of the database, which stand only now.
  const [{ importFiles }, { closePool }, { refusedWriter }] = await Promise.all([
    import('@/lib/imports/command'),
    import('@/lib/db/pool'),
    import('@/lib/imports/refused'),
  ]);
  atEnd(() => closePool());
  const progress = importProgress();
  const target = asked.refused === null ? null : openSync(asked.refused, 'w');
  const refusals = refusedWriter(async (piece) => {
    if (target !== null) writeSync(target, piece);
  });
  const imported = importFiles({
    paths: asked.files,
    preset: asked.preset,
    map: asked.map !== null && existsSync(asked.map) ? readFileSync(asked.map, 'utf8') : asked.map,
    dataset: asked.dataset,
    title: asked.title,
    write: !asked.dryRun,
    change: (plan) => changed(plan, asked),
    watch: {
      tell: async (rows) => progress.show(rows),
      ...(target === null ? {} : { refused: refusals.refused }),
    },
  });
  const ended = imported.finally(async () => {
    progress.end();
    await refusals.end();
  });
  const code = await endImport(ended, { written: !asked.dryRun });
  if (!asked.dryRun) await keepColumns(database);
  return code;
}

type Plan = Parameters<Parameters<typeof import('@/lib/imports/command')['importFiles']>[0]['change']>[0];

function changed(plan: Plan, asked: ImportArguments): Plan {
  const { mapping } = plan;
  const { encoding, dates, key } = asked;
  return {
    ...plan,
    read: encoding === null ? plan.read : { ...plan.read, encoding },
    mapping:
      mapping.kind === 'incidents'
        ? {
            ...mapping,
            dates: dates === null ? mapping.dates : { ...mapping.dates, order: dates },
            key: key.length === 0 ? mapping.key : key,
          }
        : { ...mapping, order: dates ?? mapping.order },
    status: asked.status,
    edited: asked.overwriteEdited ? 'overwrite' : plan.edited,
    withoutRefused: asked.withoutRefused,
    careReason: asked.careReason,
    evidence: asked.evidence,
  };
}

await runCommand(run);
