/**
 * Runs once when the server starts. Next cannot build a request for the method TRACE and would answer with a
 * fault of its own; under another method that nothing here answers, `proxy.ts` refuses it as it should.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { subscribe } = await import('node:diagnostics_channel');
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: { method?: string } };
    if (request.method === 'TRACE') request.method = 'DELETE';
  });
}
