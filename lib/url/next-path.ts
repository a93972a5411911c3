/**
 * Where to go on after signing in: a path of ours, else the front page. Nothing that a browser could read as another
 * site (`//…`, `/\…`, a protocol) or as the page itself is taken. Pure.
 */
export function safeNext(asked: string | string[] | undefined): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return '/';
  const { origin, pathname, search } = new URL(asked, 'http://daybook.invalid');
  if (
    origin !== 'http://daybook.invalid' ||
    pathname.startsWith('//') ||
    /^\/(sign-in|link|api)(\/|$)/.test(pathname)
  )
    return '/';
  return pathname + search;
}
