import type { Module } from './modules';

type Graph = ReadonlyMap<string, readonly string[]>;

/** Every knot of modules that import each other when the program runs, as one way round it. */
export function findCycles(modules: readonly Module[]): string[][] {
  const paths = new Set(modules.map(({ path }) => path));
  const graph: Graph = new Map(modules.map((module) => [module.path, runtimeTargets(module, paths)]));
  const state = new Map<string, 'open' | 'done'>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string) => {
    state.set(path, 'open');
    stack.push(path);
    for (const target of graph.get(path) ?? []) {
      if (state.get(target) === 'open') cycles.push([...stack.slice(stack.indexOf(target)), target]);
      else if (!state.has(target)) visit(target);
    }
    stack.pop();
    state.set(path, 'done');
  };
  for (const path of [...paths].sort()) if (!state.has(path)) visit(path);
  return cycles;
}

/**
 * The shortest way from a module to one that `isGoal` through imports that are left when the program runs; null
 * = there is none. Stops at server actions, which a client module may call.
 */
export function pathTo(
  start: Module,
  byPath: ReadonlyMap<string, Module>,
  isGoal: (path: string) => boolean,
): string[] | null {
  const from = new Map<string, string | null>([[start.path, null]]);
  const queue = [start.path];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const module = byPath.get(path);
    for (const { target, typeOnly } of module?.imports ?? []) {
      if (typeOnly || from.has(target) || byPath.get(target)?.directives.includes('use server')) continue;
      from.set(target, path);
      if (isGoal(target)) return wayBack(target, from);
      queue.push(target);
    }
  }
  return null;
}

function wayBack(end: string, from: ReadonlyMap<string, string | null>): string[] {
  const before = from.get(end);
  return before ? [...wayBack(before, from), end] : [end];
}

function runtimeTargets({ imports }: Module, known: ReadonlySet<string>): string[] {
  return imports.flatMap(({ target, typeOnly }) => (!typeOnly && known.has(target) ? [target] : []));
}
