import { build } from 'esbuild';

/** Gives the packages that are not modules the `require` that they ask for. */
const banner =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

/** Writes a program with all that it imports as one file, which runs without the sources and most packages. */
export async function bundle(program: string, file: string): Promise<void> {
  await build({
    entryPoints: [program],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['react-server'],
    external: ['pg-native', '@prisma/schema-engine-wasm'],
    banner: { js: banner },
    logLevel: 'warning',
  });
}
