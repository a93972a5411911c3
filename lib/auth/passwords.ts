import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';

/** Fewest and most characters of a password. */
export const passwordLength = { least: 12, most: 200 } as const;

/** Argon2id as OWASP's Password Storage Cheat Sheet has it: 19 MiB (in KiB), two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Why a password can't be taken. */
export type PasswordProblem = 'tooShort' | 'tooLong' | 'easy';

const guesser = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });

/**
 * Whether a password is too short, too long, or easy to guess: among the common ones, or made of words that somebody
 * would try first, `own` ones too (fewer than 10^8 guesses: score below 3 of zxcvbn). Null = it can be taken.
 */
export function passwordProblem(password: string, own: readonly string[]): PasswordProblem | null {
  const length = [...password].length;
  if (length < passwordLength.least) return 'tooShort';
  if (length > passwordLength.most) return 'tooLong';
  return guesser.check(password.slice(0, 100), ['daybook', ...own]).score < 3 ? 'easy' : null;
}

/** The hash of a password in the PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether a password is that of a hash. Without a hash (there is no such account) it takes as long and says no, so
 * that nobody learns which accounts there are.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hashPassword('the password of nobody');
  const right = await verify(passwordHash ?? (await nobodys), password.normalize('NFC'));
  return right && passwordHash !== null;
}
