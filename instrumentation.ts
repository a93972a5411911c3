/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const [
      { refuseTrace },
      { notePeer },
      { packAnswers },
      { workOnImports },
      { warmColumns },
      { countAhead },
    ] = await Promise.all([
      import('@/lib/http/trace'),
      import('@/lib/http/peer'),
      import('@/lib/http/packing'),
      import('@/lib/imports/jobs/queue'),
      import('@/lib/incidents/columns/store'),
      import('@/lib/explore/count-ahead'),
    ]);
    refuseTrace();
    notePeer();
    packAnswers();
    void workOnImports();
    countAhead();
    void warmColumns();
  }
}
