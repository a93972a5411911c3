import type { Role } from './permissions';

/** Somebody who has signed in, as far as permissions go. */
export type Actor = {
  kind: 'account';
  /** Id of the account. */
  id: string;
  /** The name under which changes are noted; a pseudonym will do. */
  name: string;
  role: Role;
};

/**
 * Who is reading: somebody with an account, or a visitor without one. `public`: visitors may read what is published;
 * `stranger`: this copy of Daybook shows them nothing.
 */
export type Viewer = { kind: 'public' } | { kind: 'stranger' } | Actor;

/** A visitor who may read what is published. */
export const publicViewer: Viewer = { kind: 'public' };

/** A visitor who may read nothing. */
export const stranger: Viewer = { kind: 'stranger' };
