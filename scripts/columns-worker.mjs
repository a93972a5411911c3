import { register } from 'tsx/esm/api';

/** Runs scripts/columns-worker.ts in a thread where there is no build: what reads TypeScript is not handed on to threads. */
register();
await import('./columns-worker.ts');
