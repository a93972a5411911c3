import 'server-only';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool } from 'pg';

/**
 * Prisma's schema engine compiled to WebAssembly. It reads and writes the standard `_prisma_migrations`
 * table, so `prisma migrate deploy` stays usable, but needs no native binary to be downloaded.
 */
type Engine = glue.SchemaEngine;

export type MigrationList = glue.MigrationList;

/** No tables are managed by others. */
const filters: glue.SchemaFilter = { externalTables: [], externalEnums: [] };

/** What went wrong outside the engine, which itself only says that something did. */
type Trouble = { error?: unknown; panic?: string };

let loaded: Promise<void> | undefined;

/** Runs some work on an engine that is bound to one database, and closes its connection after. */
export async function withEngine<Result>(
  url: string,
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  loaded ??= load();
  await loaded;
  const trouble: Trouble = {};
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => (trouble.panic = text) },
  });
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  const adapter = bindMigrationAwareSqlAdapterFactory(mendedAdapter(pool, trouble));
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await work(engine);
  } catch (thrown) {
    throw readable(thrown, trouble);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** Applies what is not applied yet, in order of name; returns the names. */
export async function applyMigrations(engine: Engine, migrations: MigrationList): Promise<string[]> {
  const input = { migrationsList: migrations, optInToShadowDatabase: false, filters };
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory(input);
  // A script runs whole or not at all, so one that failed has left nothing behind and may be tried again.
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrations, filters });
  return appliedMigrationNames;
}

/** The SQL that leads from the database of the engine to a Prisma schema; null = it is there. */
export async function diffToSchema(engine: Engine, schemaFile: string): Promise<string | null> {
  const files = [{ path: path.basename(schemaFile), content: await readFile(schemaFile, 'utf8') }];
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: path.dirname(schemaFile) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters,
  });
  return exitCode === 0 ? null : (stdout ?? '');
}

async function load(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  // The engine never clears its time-outs. They must not keep the process alive after the work is done.
  const timer = (done: () => void, milliseconds: number) => setTimeout(done, milliseconds).unref();
  const imports = Object.entries(glue).map(([name, value]) => [
    name,
    name.startsWith('__wbg_setTimeout_') ? timer : value,
  ]);
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': Object.fromEntries(imports),
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/**
 * The adapter of pg with two faults mended. It splits scripts at each semicolon, which breaks function bodies:
 * here a script is sent as it is, which also makes it one transaction. And it cannot read the one-letter type
 * of the system tables, without which the engine cannot see what a database holds.
 */
function mendedAdapter(pool: Pool, trouble: Trouble): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await factory.connect();
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await ask(lettersAsText(query));
      for (const [index, name] of result.columnNames.entries()) {
        if (letterColumns.has(name)) result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (thrown) {
        trouble.error = thrown;
        throw thrown;
      }
    };
    return adapter;
  };
  return Object.assign(Object.create(factory), { connect });
}

const letterColumns = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

function lettersAsText(query: SqlQuery): SqlQuery {
  const sql = query.sql
    .replace('constr.contype AS', 'constr.contype::text AS')
    .replace(/\bcon\.(confdeltype|confupdtype),/g, 'con.$1::text AS $1,');
  return { ...query, sql };
}

function readable(thrown: unknown, { error, panic }: Trouble): Error {
  const text = panic ?? (thrown instanceof Error ? thrown.message : JSON.stringify(thrown));
  return new Error(error instanceof Error ? `${error.message}\n${text}` : text, { cause: error ?? thrown });
}
