import { AppError } from '@/lib/errors';
import { publicData } from '@/lib/i18n/messages/public-data';

/** Most times that an address may lead on to another. */
const mostRedirects = 10;

/** Whether a text is meant as an address on the web, not as a file of this machine. */
export const looksLikeAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

/** Whether a host is this machine itself. */
const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);

/**
 * An address that may be fetched from: https, or http on this machine. `from` is the address that led there: one
 * elsewhere may not lead to this machine.
 * @throws AppError `invalid`
 */
export function readAddress(text: string, from: URL | null = null): URL {
  if (!URL.canParse(text, from?.href)) throw new AppError('invalid', publicData.notAddress(text));
  const url = new URL(text, from?.href);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new AppError('invalid', publicData.notAddress(text));
  if (url.protocol !== 'https:' && !isLoopback(url))
    throw new AppError('invalid', publicData.notHttps(url.href));
  if (from && isLoopback(url) && !isLoopback(from))
    throw new AppError('invalid', publicData.toThisMachine(url.href));
  return url;
}

/**
 * Asks for an address and goes where it leads, each step held to the same rule. `step` is called before each.
 * @throws AppError `invalid` for an address that may not be fetched from, and what `fetch` throws.
 */
export async function openAddress(
  first: string,
  { signal, step }: { signal: AbortSignal; step: (address: URL) => void },
): Promise<Response> {
  let address = readAddress(first);
  for (let times = 0; times <= mostRedirects; times++) {
    step(address);
    const response = await fetch(address, {
      redirect: 'manual',
      signal,
      // The bytes of the file as they lie there, so that they can be counted and summed.
      headers: { 'accept-encoding': 'identity', 'user-agent': 'Daybook (npm run data)' },
    });
    const next = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || next === null) return response;
    await response.body?.cancel();
    address = readAddress(next, address);
  }
  throw new AppError('unavailable', publicData.tooManyRedirects(address.host));
}
