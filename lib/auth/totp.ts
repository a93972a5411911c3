import 'server-only';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { decrypt, encrypt } from './secret';

const purpose = 'second factor';

/** RFC 6238 as every authenticator knows it: SHA-1, six digits, 30 seconds. */
const settings = { issuer: 'Daybook', algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new key of 160 bits: as kept in the database (encrypted), as typed by hand (base32), and as a picture (SVG) for the camera. */
export function makeTotpKey(login: string): { sealed: string; typed: string; picture: string } {
  const secret = new Secret({ size: 20 });
  const address = new TOTP({ ...settings, label: login, secret }).toString();
  return {
    sealed: encrypt(purpose, secret.base32),
    typed: secret.base32.replace(/(.{4})(?=.)/g, '$1 '),
    picture: renderSVG(address, { border: 2 }),
  };
}

/**
 * The time step that a code of six digits belongs to: the present one, the one before or the one after, and later than
 * `lastStep`, so that no code is taken twice. Null = the code is wrong or used up.
 */
export function totpStep(
  sealed: string,
  code: string,
  { lastStep, now }: { lastStep: number | null; now: Date },
): number | null {
  const typed = decrypt(purpose, sealed);
  const digits = code.replace(/\s/g, '');
  if (typed === null || !/^\d{6}$/.test(digits)) return null;
  const totp = new TOTP({ ...settings, secret: Secret.fromBase32(typed) });
  const timestamp = now.getTime();
  const delta = totp.validate({ token: digits, timestamp, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / settings.period) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
