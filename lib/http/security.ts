/**
 * The headers that guard every answer. Pure; `proxy.ts` sends them with a fresh nonce on pages and data,
 * `next.config.ts` sends the fixed ones on files too.
 */

/** Longest address (path and query) that is answered, in characters. */
export const longestUrl = 4_000;

/** Longest address that is answered at a path: the page where one signs in is told another, encoded once more. */
export function longestUrlAt(path: string): number {
  return path === '/sign-in' ? 3 * longestUrl + 100 : longestUrl;
}

/** The addresses that something can be sent to. Everything else can be read through the web only. */
export const writePaths: readonly string[] = [
  '/api/account/password',
  '/api/account/second-factor',
  '/api/account/sessions',
  '/api/accounts/change',
  '/api/accounts/invitations',
  '/api/accounts/invitations/call-back',
  '/api/accounts/password-link',
  '/api/acts/apply',
  '/api/acts/preview',
  '/api/acts/undo',
  '/api/directives',
  '/api/directives/change',
  '/api/directives/restore',
  '/api/directives/step',
  '/api/figures',
  '/api/figures/change',
  '/api/figures/delete',
  '/api/figures/restore',
  '/api/history/redact',
  '/api/imports',
  '/api/imports/discard',
  '/api/imports/job',
  '/api/imports/mappings',
  '/api/imports/pieces',
  '/api/imports/plan',
  '/api/imports/stop',
  '/api/imports/uploaded',
  '/api/incidents',
  '/api/incidents/change',
  '/api/incidents/merge',
  '/api/incidents/restore',
  '/api/incidents/step',
  '/api/link/account',
  '/api/link/password',
  '/api/places/aliases',
  '/api/sign-in',
  '/api/sign-out',
  '/api/sources',
  '/api/sources/change',
  '/api/sources/restore',
  '/api/views',
];

/** Methods that are answered at a path: reading everywhere but at the few addresses that take what is sent. */
export function allowedMethods(path: string): readonly string[] {
  return writePaths.includes(path) ? ['POST'] : ['GET', 'HEAD'];
}

/** Headers that are the same on every answer. */
export const fixedHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  // Addresses name incidents and filters: no other site should learn what somebody was reading.
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const twoYears = 63_072_000;

/**
 * The content security policy of a page. Scripts and style elements need the nonce of the request; nothing
 * inline is allowed without it. The development server evaluates code, writes style elements without a
 * nonce and talks over a web socket, so `development` allows these three.
 */
export function contentSecurityPolicy(nonce: string, options: { development: boolean }): string {
  const { development } = options;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The policy of an SVG file that is opened by itself: it carries its style and its letters inside, runs
 * nothing and fetches nothing.
 */
const imagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox";

/** The policy of files that are the same for everybody: opened by themselves, they run and fetch nothing. */
export const filePolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/**
 * The policy of scripts that are the same for everybody. Opened by themselves they are plain text; one that a worker
 * is made of may load the others, and fetches nothing.
 */
export const scriptPolicy =
  "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Where such scripts lie. */
export const scriptSource = '/_next/static/:path*.js';

/** Where such files lie; `proxy.ts` leaves them out, so they get their policy by `next.config.ts`. */
export const fileSources = ['/_next/static/:path*', '/_next/image', '/favicon.ico', '/icon.svg'];

/** What a browser forgets when somebody signs out: pages it kept, and what was typed and not saved. */
export const clearedOnSignOut = '"cache", "storage"';

/** All guarding headers of one answer. `secure`: the visitor came by https. */
export function securityHeaders(
  nonce: string,
  options: { development: boolean; secure: boolean; path: string },
): Record<string, string> {
  return {
    ...fixedHeaders,
    'Content-Security-Policy': options.path.endsWith('.svg')
      ? imagePolicy
      : contentSecurityPolicy(nonce, options),
    ...(options.secure ? { 'Strict-Transport-Security': `max-age=${twoYears}; includeSubDomains` } : {}),
  };
}

/** A fresh nonce: 128 random bits. */
export function makeNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/** Whether a path can be read as text: well encoded, and without the character NUL, which no text holds. */
export function isReadablePath(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

/** Whether a query string can be read as text: without the character NUL, which no text holds. */
export function isReadableQuery(search: string): boolean {
  return !search.includes('%00');
}

const dataPath = /\.(csv|json|ndjson|svg|png|bib|ris|txt|geojson|xlsx|parquet|arrow|zip)$/;

/** Whether the path answers with data, so that errors are JSON and not a page. */
export function isDataPath(path: string): boolean {
  return dataPath.test(path) || path.startsWith('/api/');
}

/** Whether the path must be answered even when the database is down. */
export function needsNoDatabase(path: string): boolean {
  return path === '/healthz' || path === '/readyz' || /^\/(geo|fonts)\//.test(path);
}
