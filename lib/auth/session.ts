import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { env } from '@/lib/env';
import { AppError, type ErrorCode } from '@/lib/errors';
import { requestOrigin } from '@/lib/http/origin';
import { type Action, may } from './permissions';
import { readSession } from './queries';
import { absoluteHours } from './terms';
import { hashToken, isToken } from './tokens';
import { type Actor, publicViewer, stranger, type Viewer } from './viewer';

const deviceDays = 365;

/** The two cookies: who is signed in, and that somebody was before. */
type CookieName = 'session' | 'device';

/** Under https a name that binds the cookie to this very host; without https browsers would refuse it. */
async function fullName(name: CookieName): Promise<{ name: string; secure: boolean }> {
  const secure = (await requestOrigin()).startsWith('https:');
  return { name: `${secure ? '__Host-' : ''}daybook-${name}`, secure };
}

async function tokenIn(cookie: CookieName): Promise<string | null> {
  const { name } = await fullName(cookie);
  const token = (await cookies()).get(name)?.value;
  return isToken(token) ? token : null;
}

/** SHA-256 of the token of the session, or of the device, that the request names; null = it names none. */
export async function idInCookie(cookie: CookieName): Promise<string | null> {
  const token = await tokenIn(cookie);
  return token === null ? null : hashToken(token);
}

/** Sends a token along as a cookie that scripts can't read and other sites can't use; null takes it away. */
export async function setCookie(cookie: CookieName, token: string | null): Promise<void> {
  const { name, secure } = await fullName(cookie);
  const seconds = cookie === 'session' ? absoluteHours * 3_600 : deviceDays * 86_400;
  (await cookies()).set(name, token ?? '', {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge: token === null ? 0 : seconds,
  });
}

/** Who asks: the account that is signed in, else a visitor as `DAYBOOK_PUBLIC_READ` has it. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const id = await idInCookie('session');
  const actor = id === null ? null : await readSession(id);
  return actor ?? (env().DAYBOOK_PUBLIC_READ ? publicViewer : stranger);
});

/** Who opens a page; somebody who may read nothing is sent to sign in, and from there back. */
export async function pageViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (may(viewer, 'read')) return viewer;
  const asked = (await headers()).get('x-asked') ?? '/';
  redirect(`/sign-in?next=${encodeURIComponent(asked)}`);
}

/**
 * Who opens a page that only accounts with a right have: a visitor is sent to sign in and from there back, and for
 * every other account there is no such page.
 */
export async function pageActor(action: Action): Promise<Actor> {
  const viewer = await currentViewer();
  if (viewer.kind !== 'account') {
    const asked = (await headers()).get('x-asked') ?? '/';
    redirect(`/sign-in?next=${encodeURIComponent(asked)}`);
  }
  if (!may(viewer, action)) notFound();
  return viewer;
}

const notTheirs: readonly ErrorCode[] = ['not-found', 'forbidden', 'unauthenticated'];

/** What was asked for; null = there is none that the viewer may have. */
export async function orNull<Found>(asked: Promise<Found>): Promise<Found | null> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof AppError && notTheirs.includes(thrown.code)) return null;
    throw thrown;
  }
}

/** What a page is to show; where there is none that the viewer may have, there is no such page. */
export async function orNotFound<Found>(asked: Promise<Found>): Promise<Found> {
  return (await orNull(asked)) ?? notFound();
}
