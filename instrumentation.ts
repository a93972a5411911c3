/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const [{ refuseTrace }, { notePeer }, { workOnImports }, { warmColumns }, { countAhead }] =
      await Promise.all([
        import('@/lib/http/trace'),
        import('@/lib/http/peer'),
        import('@/lib/imports/jobs/queue'),
        import('@/lib/incidents/columns/store'),
        import('@/lib/explore/count-ahead'),
      ]);
    refuseTrace();
    notePeer();
    void workOnImports();
    countAhead();
    void warmColumns();
  }
}
