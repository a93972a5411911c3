import 'server-only';

/** Scheme and host of a request as the reader sees them: `DAYBOOK_ORIGIN` where set, else the host asked for. */
export function originOf(headers: Headers): string {
  const set = process.env.DAYBOOK_ORIGIN;
  if (set) return set.replace(/\/$/, '');
  const host = headers.get('host') ?? 'localhost';
  return `http://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
}
