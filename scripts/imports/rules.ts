import { findCycles, pathTo } from './graph';
import type { Import, Module } from './modules';

/** One thing that the direction of imports forbids, where it stands, and why in words. */
export type Violation = { rule: string; at: string; why: string };

/**
 * The layers of `lib`, from the lowest. A folder imports from its own layer and from those before it. Files
 * that lie in `lib` itself are kernel. A new folder has to be put into one of them here.
 */
export const layers = {
  kernel: ['db', 'url', 'auth', 'dates', 'http', 'i18n'],
  tools: ['charts', 'audit', 'fields', 'statistics', 'privacy', 'mail'],
  reference: ['sources', 'places', 'codebook', 'edit'],
  domain: ['incidents', 'directives', 'datasets', 'accounts'],
  workflow: ['imports', 'exports', 'backup', 'coding', 'explore', 'saved-views', 'history'],
} as const;

type Layer = keyof typeof layers;

const order = Object.keys(layers) as Layer[];
const ruleOfLayer: Record<Layer, string> = {
  kernel: 'kernel-knows-nobody',
  tools: 'tools-know-no-reference',
  reference: 'reference-knows-no-domain',
  domain: 'domain-knows-no-workflow',
  workflow: 'workflow-is-on-top',
};

const recordFolders: readonly string[] = [...layers.reference, ...layers.domain, ...layers.workflow];
const dataFile = /^lib\/(.+\/)?(where|queries|mutations)\.ts$/;
const serverFile =
  /^(lib\/(.+\/)?(where|queries|mutations)\.ts|lib\/db\/.+|lib\/auth\/session\.ts|prisma\/.+)$/;
const sqlWords = ['sql', 'raw', 'join', 'empty', '*'];
const unsafe = ['$queryRawUnsafe', '$executeRawUnsafe'];

/** Everything in the modules that the direction of imports (docs/architecture.md) forbids. */
export function findViolations(modules: readonly Module[]): Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return [
    ...modules.flatMap((module) => [
      ...ofModule(module),
      ...module.imports.flatMap((one) => ofImport(module, one)),
    ]),
    ...modules
      .filter(({ directives }) => directives.includes('use client'))
      .flatMap((module) => ofClient(module, byPath)),
    ...findCycles(modules).map((cycle) => ({
      rule: 'no-cycles',
      at: cycle[0] ?? '',
      why: cycle.join(' → '),
    })),
  ];
}

function ofModule({ path, mentions, saysServerOnly, imports }: Module): Violation[] {
  const found: Violation[] = [];
  const add = (rule: string, why: string) => found.push({ rule, at: path, why });
  const folder = libFolder(path);
  if (folder !== null && folder !== '' && layerOf(path) === null)
    add('every-folder-has-a-layer', `lib/${folder} is in no layer of scripts/imports/rules.ts`);
  if (isProduct(path) && serverFile.test(path) && !path.startsWith('prisma/') && !saysServerOnly)
    add('server-modules-say-so', "its first line is not import 'server-only'");
  if (!isCheckItself(path))
    for (const name of unsafe)
      if (mentions.has(name)) add('no-unsafe-sql', `${name} takes SQL as a bare string`);
  if (isProduct(path) && !mayHoldSql(path)) {
    for (const { target, typeOnly, names } of imports) {
      if (typeOnly) continue;
      const taken = names.filter((name) => target === 'lib/db/query.ts' && sqlWords.includes(name));
      if (taken.length > 0) add('sql-only-in-data-files', `takes ${taken.join(', ')} from ${target}`);
      if (target === 'lib/db/pool.ts' || target === 'npm:pg' || target === 'npm:pg-cursor')
        add('sql-only-in-data-files', `imports ${target}`);
    }
  }
  return found;
}

function ofImport({ path: from }: Module, { target: to, typeOnly }: Import): Violation[] {
  const found: Violation[] = [];
  const forbid = (rule: string, condition: boolean) => {
    if (condition) found.push({ rule, at: from, why: `imports ${to}` });
  };
  const [fromLayer, toLayer] = [layerOf(from), layerOf(to)];
  forbid('lib-knows-no-ui', from.startsWith('lib/') && /^(app|components)\//.test(to));
  forbid('components-know-no-routes', from.startsWith('components/') && to.startsWith('app/'));
  forbid(
    'components-touch-no-server-code',
    from.startsWith('components/') && serverFile.test(to) && !typeOnly,
  );
  forbid(
    'parts-know-no-record',
    /^components\/(ui|layout|table|filters|charts)\//.test(from) && isOfRecord(to),
  );
  forbid(
    'records-are-siblings',
    fromLayer === 'domain' && toLayer === 'domain' && libFolder(from) !== libFolder(to),
  );
  // The type of a vocabulary's name may be known to a tool; the vocabulary itself may not.
  const namesTypeOnly = typeOnly && fromLayer === 'tools' && toLayer === 'reference';
  if (fromLayer && toLayer && !namesTypeOnly)
    forbid(ruleOfLayer[fromLayer], order.indexOf(toLayer) > order.indexOf(fromLayer));
  forbid('routes-never-touch-prisma', from.startsWith('app/') && /^(prisma|lib\/db)\//.test(to));
  forbid(
    'only-data-files-touch-prisma',
    from.startsWith('lib/') && to.startsWith('prisma/') && !mayHoldSql(from),
  );
  forbid('product-imports-no-tests', isProduct(from) && /^(tests|scripts)\//.test(to));
  return found;
}

/** A client module must not reach server code through anything that it imports. */
function ofClient(module: Module, byPath: ReadonlyMap<string, Module>): Violation[] {
  const isServer = (path: string) => serverFile.test(path) || byPath.get(path)?.saysServerOnly === true;
  const way = pathTo(module, byPath, isServer);
  return way ? [{ rule: 'client-reaches-no-server-code', at: module.path, why: way.join(' → ') }] : [];
}

/** The folder of `lib` that a path lies in; empty = in `lib` itself, null = elsewhere. */
function libFolder(path: string): string | null {
  const parts = path.split('/');
  return parts[0] !== 'lib' ? null : parts.length > 2 ? (parts[1] ?? '') : '';
}

function layerOf(path: string): Layer | null {
  const folder = libFolder(path);
  if (folder === '') return 'kernel';
  return order.find((layer) => layers[layer].some((name) => name === folder)) ?? null;
}

function isOfRecord(path: string): boolean {
  const [top, folder = ''] = path.split('/');
  return (top === 'lib' || top === 'components') && recordFolders.includes(folder);
}

const isProduct = (path: string) => /^(app|components|lib)\/|^(proxy|instrumentation)\.ts$/.test(path);
const mayHoldSql = (path: string) => dataFile.test(path) || path.startsWith('lib/db/');
const isCheckItself = (path: string) =>
  path === 'scripts/imports/rules.ts' || path === 'tests/unit/imports.test.ts';
