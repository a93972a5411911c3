import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../../scripts/steps/browser';

/** Starts the browser that the tests would use, without what it would do over the network by itself. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
}
