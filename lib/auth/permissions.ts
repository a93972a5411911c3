import type { Viewer } from './viewer';

/** What an account may be, from the least to the most. */
export const roles = ['reader', 'coder', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Everybody that the table speaks of. */
export const principals = ['stranger', 'public', ...roles] as const;
export type Principal = (typeof principals)[number];

/**
 * The one table of who may do what. Queries and mutations ask it; no page, route or button decides by itself.
 * An action that is not here may be done by nobody.
 */
export const permissions = {
  /** Read published records, counts, charts, exports, the codebook. */
  read: ['public', 'reader', 'coder', 'editor', 'admin'],
  /** Read records of one's own that are not published. */
  'read-own': ['coder', 'editor', 'admin'],
  /** Read every record, whatever its state. */
  'read-all': ['editor', 'admin'],
  /** Keep a selection under a short link. */
  'save-view': ['public', 'reader', 'coder', 'editor', 'admin'],
  /** Make records, change one's own drafts and hand them in for review. */
  code: ['coder', 'editor', 'admin'],
  /** Change any record, publish, withdraw, restore, merge, change many at once. */
  edit: ['editor', 'admin'],
  /** Read the history of all records. */
  history: ['coder', 'editor', 'admin'],
  /** Take personal data out of an entry of the history. */
  'redact-history': ['admin'],
  /** Sign in, reset a password by a link that an admin gave. */
  'sign-in': ['stranger', 'public', 'reader', 'coder', 'editor', 'admin'],
  /** Change one's own password, second factor and sessions. */
  'own-account': ['reader', 'coder', 'editor', 'admin'],
  /** Invite people, give roles, close accounts, make links for a new password. */
  accounts: ['admin'],
} as const satisfies Record<string, readonly Principal[]>;

export type Action = keyof typeof permissions;

/** Under which name the table knows a viewer. */
export function principalOf(viewer: Viewer): Principal {
  return viewer.kind === 'account' ? viewer.role : viewer.kind;
}

/** Whether a viewer may do something. Pure. */
export function may(viewer: Viewer, action: Action): boolean {
  const allowed: readonly Principal[] = permissions[action];
  return allowed.includes(principalOf(viewer));
}
