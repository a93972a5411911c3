import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** A token that nobody can guess: 256 random bits, in base64url (43 characters). */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token in the database: SHA-256, in hex. Whoever reads it there can't get the token back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a text has the form of a token, so that nothing else is looked up. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}
