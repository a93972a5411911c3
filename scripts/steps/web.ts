import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { pause } from '@/lib/db/postgres/processes';
import { atEnd } from './lifecycle';
import { programs } from './programs';

type Wanted = {
  dev: boolean;
  host: string;
  port: number;
  databaseUrl: string;
  /** Whether visitors without an account may read. */
  publicRead: 'on' | 'off';
  /** Also gets what the server prints once it answers. */
  onOutput?: (piece: Buffer) => void;
};

/** A web server that answers. */
export type Web = {
  /** Resolves with the exit code when the server ends. */
  ended: Promise<number>;
};

const readyWithin = 120_000;
const stopWithin = 10_000;

/**
 * Starts Next and waits until it answers. It is stopped at the end of the command, and ends by itself when this
 * process dies. It is a process group of its own, so that Ctrl-C reaches it through this process only and the
 * order of stopping is ours. Its own banner is not shown; what it prints later is.
 */
export async function startWeb(wanted: Wanted): Promise<Web> {
  const { dev, host, port, databaseUrl, publicRead, onOutput } = wanted;
  const guard = pathToFileURL('scripts/steps/end-with-parent.mjs').href;
  const args = ['--import', guard, programs.next, dev ? 'dev' : 'start', '-H', host, '-p', String(port)];
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DAYBOOK_PUBLIC_READ: publicRead,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  atEnd(() => stop(child, ended));
  const banner: Buffer[] = [];
  const keep = (piece: Buffer) => banner.push(piece);
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ready = await Promise.race([answers(host, port), ended.then(() => false)]);
  if (!ready) throw new Error(`The web server did not start:\n${Buffer.concat(banner).toString().trim()}`);
  child.stdout?.off('data', keep).pipe(process.stdout);
  child.stderr?.off('data', keep).pipe(process.stderr);
  if (onOutput) for (const stream of [child.stdout, child.stderr]) stream?.on('data', onOutput);
  return { ended };
}

async function answers(host: string, port: number): Promise<boolean> {
  const everywhere = host === '0.0.0.0' || host === '::';
  const address = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const until = Date.now() + readyWithin;
  while (Date.now() < until) {
    try {
      await fetch(`http://${address}:${port}/healthz`, { signal: AbortSignal.timeout(10_000) });
      return true;
    } catch {
      await pause(50);
    }
  }
  return false;
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), stopWithin);
  await ended;
  clearTimeout(timer);
}

/** Signals the server and whatever it started. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // It ended meanwhile.
  }
}
