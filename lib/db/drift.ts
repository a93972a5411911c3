import 'server-only';
import path from 'node:path';
import { diffToSchema, withEngine } from './schema-engine';

/**
 * What migrations make by hand and Prisma has no words for. A comparison wants to drop it, or, for an index
 * with an operator class of its own, to drop it and make it again. Add to it with the migration that adds one.
 */
export const knownDrift = {
  columns: ['directives.search_text', 'incidents.search_text'],
  indexes: [
    'directives_orders_idx',
    'directives_search_text_idx',
    'incidents_forms_idx',
    'incidents_groups_idx',
    'incidents_issues_idx',
    'incidents_search_text_idx',
    'incidents_targets_idx',
    'places_path_idx',
  ],
} as const;

/** The SQL that would bring a migrated database to `prisma/schema.prisma`, without `knownDrift`; null = it is there. */
export async function findDrift(ownerUrl: string): Promise<string | null> {
  const sql = await withEngine(ownerUrl, (engine) =>
    diffToSchema(engine, path.resolve('prisma/schema.prisma')),
  );
  return sql === null ? null : withoutKnown(sql);
}

/** Leaves out of a script of Prisma's what `knownDrift` names; null = nothing is left. */
export function withoutKnown(script: string): string | null {
  const kept = script
    .split(/\n{2,}/)
    .map(withoutKnownColumns)
    .filter((block) => /^(?!--)\S/m.test(block) && !isKnownIndex(block));
  return kept.length === 0 ? null : `${kept.join('\n\n').trim()}\n`;
}

function isKnownIndex(block: string): boolean {
  const match = /^(?:DROP|CREATE) INDEX "(\w+)"/m.exec(block);
  return match !== null && knownDrift.indexes.some((name) => name === match[1]);
}

function withoutKnownColumns(block: string): string {
  const match = /^ALTER TABLE "(\w+)" (.*);\s*$/ms.exec(block);
  if (!match) return block;
  const [statement, table, list = ''] = match;
  const clauses = list.split(/,\n/);
  const kept = clauses.filter((clause) => {
    const column = /^\s*DROP COLUMN "(\w+)"$/.exec(clause)?.[1];
    return !knownDrift.columns.some((name) => name === `${table}.${column}`);
  });
  if (kept.length === clauses.length) return block;
  return kept.length === 0 ? '' : block.replace(statement, `ALTER TABLE "${table}" ${kept.join(',\n')};`);
}
