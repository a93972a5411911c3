import { isIP, isIPv6 } from 'node:net';

/**
 * Where a visitor comes from: the last entry of `X-Forwarded-For` is the connection itself (lib/http/peer.ts),
 * and each proxy of ours before it names who came to it. An IPv6 address counts by its network of 64 bits,
 * since whoever has one has all of them. Null = no such header, or no address in it. Pure.
 */
export function visitorAddress(forwardedFor: string | null, proxies: number): string | null {
  const entries = (forwardedFor ?? '').split(',').map((entry) => plain(entry.trim()));
  const address = entries[Math.max(0, entries.length - 1 - proxies)] ?? '';
  if (isIP(address) === 0) return null;
  return isIPv6(address) ? networkOf(address) : address;
}

/** Without brackets, port and zone; an IPv4 address in the dress of IPv6 as IPv4. */
function plain(entry: string): string {
  const inBrackets = /^\[([^\]]+)\]/.exec(entry)?.[1];
  const withoutPort = inBrackets ?? (/^[\d.]+:\d+$/.test(entry) ? entry.replace(/:\d+$/, '') : entry);
  return withoutPort.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
}

/** The first four groups of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const [first, last] = [groups(head), groups(tail ?? '')];
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return `${[...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
