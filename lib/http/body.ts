import { AppError } from '@/lib/errors';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { writeMessages } from '@/lib/i18n/messages/write';

/**
 * The body of a request as JSON, read no further than `limit` bytes.
 * @throws AppError `invalid` when it is not sent as JSON or can't be read as such, `too-large` beyond the limit.
 */
export async function readJson(request: Request, limit: number, locale: Locale): Promise<unknown> {
  const words = writeMessages[locale];
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('invalid', words.notJsonType);
  const tooLarge = () => new AppError('too-large', words.tooLarge(formatNumber(limit, locale)));
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  const reader = request.body?.getReader();
  try {
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) break;
      bytes += piece.value.byteLength;
      if (bytes > limit) throw tooLarge();
      text += decoder.decode(piece.value, { stream: true });
    }
    return JSON.parse(text + decoder.decode());
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('invalid', words.notJson, { cause: thrown });
  } finally {
    await reader?.cancel();
  }
}
