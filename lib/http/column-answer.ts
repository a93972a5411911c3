import { isNamed } from './answers';

type File = {
  version: number;
  packed: Uint8Array<ArrayBuffer>;
  unpacked: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** What is asked for under the version that it has never changes. */
const forGood = 'private, max-age=31536000, immutable';

/** How long an answer under an address may be kept: for good where `v` names the version that it is of. Pure. */
export function keepingOf(url: URL, version: number): string {
  return url.searchParams.get('v') === String(version) ? forGood : 'private, no-cache';
}

/**
 * Answers with a file of one version of the data. What a route says of its encoding Next leaves out, and an Arrow
 * stream it does not pack: who asks with `packed=gzip` gets bytes that gzip undoes, everybody else the stream itself.
 */
export async function answerColumns(
  request: Request,
  { version, packed, unpacked }: File,
): Promise<Response> {
  const url = new URL(request.url);
  const isPacked = url.searchParams.get('packed') === 'gzip';
  const tag = `"columns-${version}${isPacked ? '-gzip' : ''}"`;
  const headers = new Headers({
    'Cache-Control': keepingOf(url, version),
    ETag: tag,
    'X-Daybook-Version': String(version),
  });
  if (isNamed(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', isPacked ? 'application/gzip' : 'application/vnd.apache.arrow.stream');
  headers.set('Content-Disposition', `attachment; filename="daybook-columns.arrow${isPacked ? '.gz' : ''}"`);
  return new Response(isPacked ? packed : await unpacked(), { headers });
}
