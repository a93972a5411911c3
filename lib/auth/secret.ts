import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/**
 * A key of 256 bits for one purpose, derived (HKDF-SHA256) from the secret of this copy of Daybook: `DAYBOOK_SECRET`,
 * else the password of its database, which stands in a file that only its owner reads. Neither is in the database.
 */
function keyFor(purpose: string): Buffer {
  const { DAYBOOK_SECRET, DATABASE_URL } = env();
  const secret = DAYBOOK_SECRET ?? (new URL(DATABASE_URL).password || DATABASE_URL);
  return Buffer.from(hkdfSync('sha256', secret, '', `daybook ${purpose}`, 32));
}

/** What stands for a text in the database where the text itself must not: HMAC-SHA256, in hex. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac('sha256', keyFor(purpose)).update(text).digest('hex');
}

/** A text encrypted by AES-256-GCM: nonce, tag and text, in base64. */
export function encrypt(purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** The text again; null = it was encrypted under another secret, or altered. */
export function decrypt(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
