import { AppError } from '@/lib/errors';
import { publicData } from '@/lib/i18n/messages/public-data';

const unknownHost = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL']);
const unreachable = new Set([
  ...['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'EACCES'],
  ...['EPERM', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'],
]);
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|^ERR_(TLS|SSL)|^EPROTO$/;

/** What went wrong while a host was asked or sent, in a sentence. What is one already stays as it is. */
export function networkFault(thrown: unknown, host: string): AppError {
  if (thrown instanceof AppError) return thrown;
  const codes = codesOf(thrown);
  const words = codes.some((code) => unknownHost.has(code))
    ? publicData.noHost(host)
    : codes.some((code) => certificate.test(code))
      ? publicData.certificate(host)
      : codes.some((code) => unreachable.has(code))
        ? publicData.noNetwork(host)
        : publicData.cut(host);
  return new AppError('unavailable', words, { cause: thrown });
}

/** That a file could not be written. */
export function writeFault(thrown: unknown, file: string): AppError {
  const [code = ''] = codesOf(thrown);
  if (code === 'EEXIST') return new AppError('conflict', publicData.fileThere(file), { cause: thrown });
  const full = code === 'ENOSPC';
  return new AppError(full ? 'full' : 'invalid', publicData.notWritten(file, code || String(thrown)), {
    cause: thrown,
  });
}

/** What a host answers in place of a file; null = it sends one. */
export function answerFault({ status, headers }: Response, host: string): AppError | null {
  if (status === 404 || status === 410) return new AppError('not-found', publicData.notFound(host));
  if (status === 401 || status === 403)
    return new AppError('forbidden', publicData.forbidden(host, String(status)));
  if (status !== 200) return new AppError('unavailable', publicData.answered(host, String(status)));
  const type = headers.get('content-type') ?? '';
  return /^\s*(text\/html|application\/xhtml)/i.test(type) ? webPage(host) : null;
}

/** That a web page came in place of a file. */
export const webPage = (host: string) => new AppError('invalid', publicData.webPage(host));

/** Whether bytes begin like a web page. */
export const beginsLikePage = (head: Uint8Array): boolean =>
  /^\uFEFF?\s*(<!--[^>]*-->\s*)*<(!doctype html|html|head|body)[\s>]/i.test(new TextDecoder().decode(head));

/** Codes of an error and of what caused it, also where it stands for several. */
function codesOf(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 5) return [];
  const { code, cause } = thrown as { code?: unknown; cause?: unknown };
  const several: unknown[] = thrown instanceof AggregateError ? thrown.errors : [];
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...[cause, ...several].flatMap((one) => codesOf(one, depth + 1)),
  ];
}
