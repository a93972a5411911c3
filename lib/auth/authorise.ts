import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { type Action, may } from './permissions';
import type { Actor, Viewer } from './viewer';

/**
 * Lets an action pass that the viewer may do (lib/auth/permissions).
 * @throws AppError `unauthenticated` where signing in may help, `forbidden` for an account whose role lacks it. Pure.
 */
export function authorise(viewer: Viewer, action: Action): void {
  if (may(viewer, action)) return;
  if (viewer.kind === 'account') throw new AppError('forbidden', faults.roleLacks(viewer.role));
  throw new AppError('unauthenticated', faults.signIn);
}

/**
 * The account that does something, if it may.
 * @throws AppError as `authorise` does, and `unauthenticated` for a visitor without an account. Pure.
 */
export function actorOf(viewer: Viewer, action: Action): Actor {
  authorise(viewer, action);
  if (viewer.kind === 'account') return viewer;
  throw new AppError('unauthenticated', faults.signIn);
}
