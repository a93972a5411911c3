import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { say } from './lifecycle';
import { programs } from './programs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A Chromium for the browser tests: `CHROMIUM_PATH`, one of the system, the one of Playwright, or else one that
 * is installed now. Throws, with a sentence for the user, where none can be had.
 */
export async function findBrowser(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (canRun(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, which is no program that can be run.`);
  }
  return findOnSystem() ?? findOfPlaywright() ?? installByPlaywright() ?? installByDebian() ?? fail();
}

function findOnSystem(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), macChrome].find(
    canRun,
  );
}

function findOfPlaywright(): string | undefined {
  const place = chromium.executablePath();
  return canRun(place) ? place : undefined;
}

function installByPlaywright(): string | undefined {
  say('Installing a browser for the tests …');
  const timeout = 300_000;
  spawnSync(process.execPath, [programs.playwright, 'install', 'chromium'], { stdio: 'ignore', timeout });
  return findOfPlaywright();
}

function installByDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env: NodeJS.ProcessEnv = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', env, timeout: 300_000 });
  if (run('install', '-y', '--no-install-recommends', 'chromium').status !== 0) {
    run('update');
    run('install', '-y', '--no-install-recommends', 'chromium');
  }
  return findOnSystem();
}

function fail(): never {
  throw new Error(
    'The browser tests need Chromium, and none was found or could be installed. ' +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
