import type { Role } from './permissions';

/** Hours after which a session ends, used or not. */
export const absoluteHours = 12;

/** Minutes without use after which a session ends: shorter for those who can change what others read. */
export const idleMinutes: Record<Role, number> = { reader: 720, coder: 60, editor: 30, admin: 30 };

/** Hours for which a link to make an account or to choose a password can be used. */
export const linkHours = { first: 24, invitation: 168, 'new-password': 24 } as const;

export type LinkKind = keyof typeof linkHours;

/** Wrong tries to sign in within so many minutes: for one account from unknown devices, from one of its devices, from one address. */
export const tries = { minutes: 15, account: 10, device: 10, visitor: 20 } as const;

/**
 * Seconds to wait after so many wrong tries in a row within the quarter of an hour: none after the first two, then 1,
 * 2, 4 … up to 64. Pure.
 */
export function backOff(wrong: number): number {
  return wrong < 3 ? 0 : Math.min(64, 2 ** (wrong - 3));
}
