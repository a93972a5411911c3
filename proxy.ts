import { type NextRequest, NextResponse } from 'next/server';
import { databaseAnswers } from '@/lib/db/health';
import { env } from '@/lib/env';
import { guarded } from '@/lib/http/guarded';
import { countRead } from '@/lib/http/reads';
import {
  allowedMethods,
  isDataPath,
  isReadablePath,
  isReadableQuery,
  longestUrlAt,
  makeNonce,
  needsNoDatabase,
  securityHeaders,
} from '@/lib/http/security';
import { type Refusal, refusalBody, refusalInit, refusalPage } from '@/lib/http/unavailable';
import { localeOf } from '@/lib/i18n/negotiate';

/** Everything but files that are the same for everybody. */
export const config = {
  matcher: ['/((?!_next/static/|_next/image|favicon\\.ico|icon\\.svg).*)'],
};

/**
 * Runs before every page and data route: refuses what cannot be answered, says so when the database is down,
 * and sends the guarding headers. It guards no data: what a viewer may see is decided in the queries.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = makeNonce();
  const headers = securityHeaders(nonce, {
    development: process.env.NODE_ENV === 'development',
    secure: isSecure(request),
    path: request.nextUrl.pathname,
  });
  const wait = needsNoDatabase(request.nextUrl.pathname) ? null : await countRead(request.headers);
  const refusal = wait ? 'too-many' : await refusalOf(request);
  const response = refusal
    ? refuse(request, { refusal, wait: wait?.retryAfter }, nonce)
    : pass(request, nonce, headers);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Whether the visitor came by https: as the address of the site has it, else as the request says. */
function isSecure(request: NextRequest): boolean {
  const { DAYBOOK_ORIGIN: site } = env();
  return site ? site.startsWith('https:') : request.nextUrl.protocol === 'https:';
}

async function refusalOf(request: NextRequest): Promise<Refusal | null> {
  const { pathname, search } = request.nextUrl;
  if (request.method !== 'OPTIONS' && !allowedMethods(pathname).includes(request.method)) return 'method';
  if (pathname.length + search.length > longestUrlAt(pathname)) return 'url-too-long';
  if (!isReadablePath(pathname) || !isReadableQuery(search)) return 'url-unreadable';
  if (needsNoDatabase(pathname) || request.method === 'OPTIONS') return null;
  return (await databaseAnswers()) ? null : 'unavailable';
}

/** Lets the request through. Next reads the nonce for its own scripts from the policy on the request. */
function pass(request: NextRequest, nonce: string, headers: Record<string, string>): NextResponse {
  if (request.method === 'OPTIONS')
    return new NextResponse(null, {
      status: 204,
      headers: { Allow: allowedMethods(request.nextUrl.pathname).join(', ') },
    });
  const forwarded = new Headers(request.headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set('x-asked', request.nextUrl.pathname + request.nextUrl.search);
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '');
  return NextResponse.next({ request: { headers: forwarded } });
}

function refuse(
  request: NextRequest,
  { refusal, wait }: { refusal: Refusal; wait?: number | undefined },
  nonce: string,
): NextResponse {
  const locale = localeOf(request.cookies.get('lang')?.value, request.headers.get('accept-language'));
  const { pathname } = request.nextUrl;
  const init = refusalInit(refusal, allowedMethods(pathname), wait);
  if (isDataPath(pathname)) return guarded(NextResponse.json(refusalBody(refusal, locale), init));
  const page = refusalPage(refusal, { locale, theme: request.cookies.get('theme')?.value, nonce });
  return new NextResponse(page, {
    status: init.status,
    headers: { ...init.headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
}
