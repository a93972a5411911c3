import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isNamed } from './answers';

type File = {
  version: number;
  planes: Uint8Array<ArrayBuffer>;
  stream: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** What is asked for under the version that it has never changes. */
const forGood = 'private, max-age=31536000, immutable';

/** How long an answer under an address may be kept: for good where `v` names the version that it is of. Pure. */
export function keepingOf(url: URL, version: number): string {
  return url.searchParams.get('v') === String(version) ? forGood : 'private, no-cache';
}

/** The forms in which columns are handed out: an Arrow stream, the same packed, and the one that browsers count from. */
const forms = ['stream', 'gzip', 'planes'] as const;

const pack = promisify(gzip);

/**
 * Answers with a file of one version of the data. What a route says of its encoding Next leaves out, and an Arrow
 * stream it does not pack: who asks with `packed=gzip` or `packed=planes` gets bytes that gzip undoes, everybody else the
 * stream itself.
 */
export async function answerColumns(request: Request, file: File): Promise<Response> {
  const { version } = file;
  const url = new URL(request.url);
  const form = forms.find((one) => one === url.searchParams.get('packed')) ?? 'stream';
  const tag = `"columns-${version}${form === 'stream' ? '' : `-${form}`}"`;
  const headers = new Headers({
    'Cache-Control': keepingOf(url, version),
    ETag: tag,
    'X-Daybook-Version': String(version),
  });
  if (isNamed(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  const isPacked = form !== 'stream';
  headers.set('Content-Type', isPacked ? 'application/gzip' : 'application/vnd.apache.arrow.stream');
  headers.set('Content-Disposition', `attachment; filename="daybook-columns.arrow${isPacked ? '.gz' : ''}"`);
  return new Response(await bytesOf(file, form), { headers });
}

async function bytesOf(
  { planes, stream }: File,
  form: (typeof forms)[number],
): Promise<Uint8Array<ArrayBuffer>> {
  if (form === 'planes') return planes;
  const bytes = await stream();
  return form === 'gzip' ? new Uint8Array(await pack(bytes)) : bytes;
}
