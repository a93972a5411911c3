/**
 * Resolves when the page is whole and the browser has nothing else to do, or has been busy for `longest` milliseconds;
 * rejects when it is no longer wanted.
 */
export async function whenIdle(longest: number, signal: AbortSignal): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longest });
    else setTimeout(resolve, 1_000);
  });
  signal.throwIfAborted();
}
