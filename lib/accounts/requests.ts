import 'server-only';
import type { z } from 'zod';
import { deviceWords } from '@/lib/auth/device';
import { passwordLength, passwordProblem } from '@/lib/auth/passwords';
import { idInCookie, setCookie } from '@/lib/auth/session';
import { transaction } from '@/lib/db/write';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { readInput } from '@/lib/http/input';
import { clearedOnSignOut } from '@/lib/http/security';
import { visitorAddress } from '@/lib/http/visitor-address';
import type { Sender } from '@/lib/http/write';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { type AccountInput, accountInputs } from './input';
import { choosePassword, makeAccount } from './links/mutations';
import {
  beginSecondFactor,
  changeAccount,
  confirmSecondFactor,
  isOwnPassword,
  ownLogin,
  removeSecondFactor,
  setOwnPassword,
} from './mutations';
import { findOpenLink } from './queries';
import { beginSession, endOwnSessions, signOut, type Tokens } from './sessions/mutations';
import { type Browser, signIn } from './sign-in';
import { beginTry, forgetTry } from './tries/mutations';

/** What one request about accounts does with what was sent. Each checks its input; who may do it is asked in the mutations. */
export type Handle = (body: unknown, sender: Sender) => Promise<unknown>;

/** What was sent, checked. @throws AppError `invalid`, in the language of whoever sent it. */
export function read<Kind extends keyof typeof accountInputs>(
  kind: Kind,
  body: unknown,
  locale: Locale,
): AccountInput<Kind> {
  const schema: z.ZodType = accountInputs[kind];
  return readInput(schema, body, accountMessages[locale].problems) as AccountInput<Kind>;
}

/** Signs in: `{}` when it is done, `{ needs: 'code' }` while the code of the second factor is missing. */
export const handleSignIn: Handle = async (body, sender) => {
  const done = await signIn(read('signIn', body, sender.locale), await browserOf(sender), sender.locale);
  if (!('tokens' in done)) return done;
  await keep(done.tokens);
};

/** Signs this browser out, which then forgets what it kept. */
export const handleSignOut: Handle = async (body, { locale, reply }) => {
  read('signOut', body, locale);
  const session = await idInCookie('session');
  if (session) await signOut(session);
  await forgetSession(reply);
};

/** Changes one's own password; every session ends, and this browser gets a new one. */
export const handleNewPassword: Handle = async (body, sender) => {
  const { locale, viewer } = sender;
  const { old, password } = read('newPassword', body, locale);
  await requireOwnPassword(old, 'old', sender);
  requireGoodPassword(password, [await ownLogin(viewer)], locale);
  const browser = await browserOf(sender);
  const tokens = await transaction(async (db) =>
    startSession(db, await setOwnPassword(db, viewer, password), browser),
  );
  await keep(tokens);
};

/** Begins, confirms or removes one's own second factor. Beginning answers its key, typed and as a picture. */
export const handleSecondFactor: Handle = async (body, sender) => {
  const { locale, viewer } = sender;
  const input = read('secondFactor', body, locale);
  if (input.step === 'confirm') {
    if (await confirmSecondFactor(viewer, input.code, await idInCookie('session'))) return;
    throw wrong('code', accountMessages[locale].wrongCode);
  }
  await requireOwnPassword(input.password, 'password', sender);
  return input.step === 'begin' ? beginSecondFactor(viewer) : removeSecondFactor(viewer);
};

/** Ends one of one's own sessions, or all: then this browser is signed out too. */
export const handleEndSessions: Handle = async (body, { viewer, locale, reply }) => {
  const { session } = read('endSessions', body, locale);
  await endOwnSessions(viewer, session);
  if (session === null || session === (await idInCookie('session'))) await forgetSession(reply);
};

async function forgetSession(reply: Headers): Promise<void> {
  await setCookie('session', null);
  reply.set('Clear-Site-Data', clearedOnSignOut);
}

/** Changes the role or state of an account. */
export const handleChangeAccount: Handle = (body, { viewer, locale }) =>
  changeAccount(viewer, read('change', body, locale));

/** Makes the account that a link is for and signs in. */
export const handleMakeAccount: Handle = async (body, sender) => {
  const { locale } = sender;
  const input = read('makeAccount', body, locale);
  requireGoodPassword(input.password, [input.login, input.name], locale);
  const browser = await browserOf(sender);
  const tokens = await transaction(async (db) => {
    const id = await makeAccount(db, input).catch((thrown) => {
      const taken = thrown instanceof AppError && thrown.code === 'conflict';
      throw taken ? wrong('login', accountMessages[locale].loginTaken) : thrown;
    });
    return id === null ? null : startSession(db, id, browser);
  });
  if (!tokens) throw new AppError('not-found', accountMessages[locale].linkGone);
  await keep(tokens);
};

/** Chooses a new password by a link. A second factor stays, so that signing in is left to the sign-in page. */
export const handleChoosePassword: Handle = async (body, { locale }) => {
  const input = read('choosePassword', body, locale);
  const link = await findOpenLink(input.token);
  requireGoodPassword(input.password, [link?.login ?? '', link?.name ?? ''], locale);
  const id = await transaction((db) => choosePassword(db, input));
  if (id === null) throw new AppError('not-found', accountMessages[locale].linkGone);
};

async function browserOf({ headers }: Sender): Promise<Browser> {
  return {
    address: visitorAddress(headers.get('x-forwarded-for'), env().DAYBOOK_PROXIES) ?? 'unknown',
    words: deviceWords(headers.get('user-agent')),
    session: await idInCookie('session'),
    device: await idInCookie('device'),
  };
}

const startSession = (
  db: Parameters<typeof beginSession>[0],
  id: string,
  { words, session, device }: Browser,
) => beginSession(db, id, { words, replaced: session, device });

async function keep({ session, device }: Tokens): Promise<void> {
  await setCookie('session', session);
  await setCookie('device', device);
}

/** Asks for one's own password again; wrong ones count as wrong tries from this device. */
async function requireOwnPassword(password: string, field: string, sender: Sender): Promise<void> {
  const { viewer, locale } = sender;
  const words = accountMessages[locale];
  const { address, device } = await browserOf(sender);
  const begun = await beginTry({ login: await ownLogin(viewer), address, device });
  if ('retryAfter' in begun)
    throw new AppError('too-many', words.tooManyTries(formatNumber(begun.retryAfter, locale)), {
      retryAfter: begun.retryAfter,
    });
  if (!(await isOwnPassword(viewer, password))) throw wrong(field, words.wrongOwnPassword);
  await forgetTry(begun.id);
}

function requireGoodPassword(password: string, own: readonly string[], locale: Locale): void {
  const problem = passwordProblem(password, own.filter(Boolean));
  if (problem) throw wrong('password', accountMessages[locale].passwordProblems[problem](passwordLength));
}

function wrong(field: string, message: string): AppError {
  return new AppError('invalid', message, { fields: [{ field, value: '', message }] });
}
