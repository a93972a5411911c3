/** Who is reading. Until there are accounts, everybody reads as the public: published records only. */
export type Viewer = { kind: 'public' };

/** Somebody without an account. */
export const publicViewer: Viewer = { kind: 'public' };
