import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** One import of a module: a file of the project by its path, or a package as `npm:name`. */
export type Import = {
  target: string;
  /** Only types are taken, so that nothing is left of it when the program runs. */
  typeOnly: boolean;
  /** Names that are taken as values; `*` = all, empty = run for its effects. */
  names: string[];
};

/** What the rules need to know of one source file. */
export type Module = {
  /** From the root of the project, with forward slashes. */
  path: string;
  imports: Import[];
  /** Directives at the top: `use client`, `use server`. */
  directives: string[];
  /** Whether it begins with `import 'server-only'`. */
  saysServerOnly: boolean;
  /** Names of all properties and variables that it mentions. */
  mentions: ReadonlySet<string>;
};

/** Sources by path from the root of the project. */
export type Sources = ReadonlyMap<string, string>;

const folders = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests'];
const leftOut = ['prisma/generated', 'tests/fixtures'];

/** Reads the sources of the project in the current folder. */
export function readSources(): Sources {
  const rootFiles = readdirSync('.').filter((name) => isSource(name));
  const files = [...rootFiles, ...folders.flatMap((folder) => filesIn(folder))];
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

/** Parses sources to modules; throws where one cannot be parsed. */
export function parseModules(sources: Sources): Module[] {
  return [...sources].map(([file, text]) => parseModule(file, text, sources));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder) || leftOut.includes(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const place = `${folder}/${name}`;
    return statSync(place).isDirectory() ? filesIn(place) : isSource(name) ? [place] : [];
  });
}

const isSource = (name: string) => /\.(ts|tsx|mts|mjs)$/.test(name);

/** A node of the syntax tree, as far as it is known here. */
type Node = { type: string; [field: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function parseModule(file: string, text: string, sources: Sources): Module {
  const { program, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const imports: Import[] = [];
  const mentions = new Set<string>();
  visit(program as unknown as Node, (node) => {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') mentions.add(String(node.name));
    const from = isNode(node.source) && node.source.type === 'Literal' ? String(node.source.value) : null;
    if (from === null) return;
    const target = resolve(file, from, sources);
    if (node.type === 'ImportDeclaration') {
      imports.push({ target, typeOnly: node.importKind === 'type', names: namesOf(node.specifiers) });
    } else if (node.type === 'ExportNamedDeclaration') {
      imports.push({ target, typeOnly: node.exportKind === 'type', names: namesOf(node.specifiers) });
    } else if (node.type === 'ExportAllDeclaration') {
      imports.push({ target, typeOnly: node.exportKind === 'type', names: ['*'] });
    } else if (node.type === 'ImportExpression') {
      imports.push({ target, typeOnly: false, names: ['*'] });
    }
  });
  const first = program.body.find((node) => !('directive' in node && node.directive));
  return {
    path: file,
    imports,
    directives: program.body.flatMap((node) =>
      'directive' in node && node.directive ? [node.directive] : [],
    ),
    saysServerOnly: first?.type === 'ImportDeclaration' && first.source.value === 'server-only',
    mentions,
  };
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const one of value) if (isNode(one)) visit(one, see);
    if (isNode(value)) visit(value, see);
  }
}

/** The names that a statement takes as values; types inside braces are passed over. */
function namesOf(specifiers: unknown): string[] {
  if (!Array.isArray(specifiers)) return [];
  return specifiers.filter(isNode).flatMap((specifier) => {
    if (specifier.importKind === 'type' || specifier.exportKind === 'type') return [];
    if (specifier.type === 'ImportNamespaceSpecifier') return ['*'];
    if (specifier.type === 'ImportDefaultSpecifier') return ['default'];
    const name = specifier.type === 'ImportSpecifier' ? specifier.imported : specifier.local;
    return isNode(name) ? [String(name.name ?? name.value)] : [];
  });
}

const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx', '.d.ts'];

function resolve(file: string, from: string, sources: Sources): string {
  const local = from.startsWith('@/')
    ? from.slice(2)
    : from.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), from)
      : null;
  if (local === null)
    return `npm:${from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/')}`;
  return endings.map((ending) => local + ending).find((place) => sources.has(place)) ?? local;
}
