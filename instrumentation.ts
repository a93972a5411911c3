/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const [{ refuseTrace }, { notePeer }, { workOnImports }, { warmColumns }] = await Promise.all([
      import('@/lib/http/trace'),
      import('@/lib/http/peer'),
      import('@/lib/imports/jobs/queue'),
      import('@/lib/incidents/columns/store'),
    ]);
    refuseTrace();
    notePeer();
    void workOnImports();
    void warmColumns();
  }
}
