import 'server-only';
import { isPassword } from '@/lib/auth/passwords';
import { totpStep } from '@/lib/auth/totp';
import { transaction } from '@/lib/db/write';
import { AppError } from '@/lib/errors';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import type { AccountInput } from './input';
import { readSecrets, spendCode } from './secrets/mutations';
import { beginSession, type Tokens } from './sessions/mutations';
import { beginTry, forgetTry } from './tries/mutations';

/** The browser that somebody signs in with: its address, kind, and the ids in its cookies. */
export type Browser = { address: string; words: string; session: string | null; device: string | null };

/** Signed in with fresh tokens, or asked for the code of the second factor: the password was right. */
export type SignedIn = { tokens: Tokens } | { needs: 'code' };

/**
 * Signs in. Whatever is wrong of login, password and account is told alike and takes as long; tries are counted and
 * slowed down (`beginTry`). The code of the second factor is asked for once the password was right.
 * @throws AppError `unauthenticated` when they do not fit, `too-many` with the seconds to wait in `retryAfter`.
 */
export async function signIn(
  { login, password, code }: AccountInput<'signIn'>,
  browser: Browser,
  locale: Locale,
): Promise<SignedIn> {
  const words = accountMessages[locale];
  const secrets = await readSecrets(login, browser.device);
  const begun = await beginTry({ login, address: browser.address, device: secrets?.device ?? null });
  if ('retryAfter' in begun)
    throw new AppError('too-many', words.tooManyTries(formatNumber(begun.retryAfter, locale)), {
      retryAfter: begun.retryAfter,
    });
  if (!(await isPassword(password, secrets?.passwordHash ?? null)) || !secrets)
    throw new AppError('unauthenticated', words.wrongPassword);
  const { totp } = secrets;
  let step: number | null = null;
  if (totp) {
    if (!code) {
      await forgetTry(begun.id);
      return { needs: 'code' };
    }
    step = totpStep(totp.key, code, { lastStep: totp.lastStep, now: new Date() });
    if (step === null) throw new AppError('unauthenticated', words.wrongCode);
  }
  const tokens = await transaction(async (db) => {
    if (step !== null && !(await spendCode(db, secrets.id, step)))
      throw new AppError('unauthenticated', words.wrongCode);
    return beginSession(db, secrets.id, {
      words: browser.words,
      replaced: browser.session,
      device: browser.device,
    });
  });
  await forgetTry(begun.id);
  return { tokens };
}
