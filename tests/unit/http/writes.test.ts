import { describe, expect, test } from 'vitest';
import { readJson } from '@/lib/http/body';
import { withPeer } from '@/lib/http/peer';
import { requireSameOrigin } from '@/lib/http/same-origin';
import { visitorAddress } from '@/lib/http/visitor-address';

const own = 'https://daybook.example';

describe('where a write comes from', () => {
  const check = (headers: Record<string, string>) => requireSameOrigin(new Headers(headers), own, 'en');

  test.each([[{ origin: own }], [{ origin: own, 'sec-fetch-site': 'same-origin' }]])(
    'a page of ours passes: %j',
    (headers) => {
      expect(() => check(headers)).not.toThrow();
    },
  );

  test.each([
    [{}],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'null' }],
    [{ origin: 'http://daybook.example' }],
    [{ origin: 'https://daybook.example.evil.example' }],
    [{ origin: 'https://evil.example', 'x-forwarded-host': 'daybook.example' }],
    [{ origin: own, 'sec-fetch-site': 'cross-site' }],
    [{ origin: own, 'sec-fetch-site': 'same-site' }],
    [{ origin: own, 'sec-fetch-site': 'none' }],
  ])('anything else is forbidden: %j', (headers) => {
    expect(() => check(headers)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  test('a default port in the address of the site changes nothing', () => {
    expect(() =>
      requireSameOrigin(new Headers({ origin: own }), 'https://Daybook.example:443', 'en'),
    ).not.toThrow();
  });
});

describe('what is sent', () => {
  const sent = (body: BodyInit | null, type: string | null = 'application/json') =>
    readJson(
      new Request(own, { method: 'POST', body, headers: type === null ? {} : { 'content-type': type } }),
      32,
      'en',
    );

  test('is read as JSON, in any letters', async () => {
    expect(await sent('{"name":"湛江"}')).toEqual({ name: '湛江' });
    expect(await sent('1', 'Application/JSON; charset=utf-8')).toBe(1);
  });

  test.each([
    ['{', 'application/json'],
    ['', 'application/json'],
    ['1', 'text/plain'],
    ['a=1', 'application/x-www-form-urlencoded'],
    ['1', null],
  ])('%j as %s is invalid', async (body, type) => {
    await expect(sent(body, type)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('is invalid when its letters are no UTF-8', async () => {
    await expect(sent(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toMatchObject({ code: 'invalid' });
  });

  test('is refused beyond the limit, whether it says its length or not', async () => {
    await expect(sent(JSON.stringify('x'.repeat(31)))).rejects.toMatchObject({ code: 'too-large' });
    let pieces = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        controller.enqueue(new Uint8Array(16).fill(0x20));
      },
    });
    const request = new Request(own, {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    await expect(readJson(request, 32, 'en')).rejects.toMatchObject({ code: 'too-large' });
    expect(pieces).toBeLessThan(6);
  });
});

describe('the address of a visitor', () => {
  test('ends what a visitor says of himself', () => {
    expect(withPeer(undefined, '192.0.2.1')).toBe('192.0.2.1');
    expect(withPeer('198.51.100.7', '192.0.2.1')).toBe('198.51.100.7, 192.0.2.1');
  });

  test.each([
    ['198.51.100.7, 192.0.2.1', 0, '192.0.2.1'],
    ['198.51.100.7, 192.0.2.1', 1, '198.51.100.7'],
    ['203.0.113.9, 198.51.100.7, 192.0.2.1', 1, '198.51.100.7'],
    ['192.0.2.1', 2, '192.0.2.1'],
    ['198.51.100.7:4711, 192.0.2.1', 1, '198.51.100.7'],
    ['::ffff:192.0.2.1', 0, '192.0.2.1'],
    ['[2001:db8:1:2::5]:443, 192.0.2.1', 1, '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2:3:4:5:6', 0, '2001:db8:1:2::/64'],
    ['2001:db8::1', 0, '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 0, 'fe80:0:0:0::/64'],
    ['::1', 0, '0:0:0:0::/64'],
    ['somebody', 0, null],
    ['', 0, null],
    [null, 0, null],
  ])('%s behind %i proxies is %s', (header, proxies, address) => {
    expect(visitorAddress(header, proxies)).toBe(address);
  });
});
