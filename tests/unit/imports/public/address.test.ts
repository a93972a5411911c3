import { expect, test } from 'vitest';
import { looksLikeAddress, readAddress } from '@/lib/imports/public/address';

test.each([
  'https://ucdp.uu.se/downloads/ged/ged251-csv.zip',
  'http://localhost:8000/file.csv',
  'http://data.localhost/file.csv',
  'http://127.0.0.1/file.csv',
  'http://127.8.0.9/file.csv',
  'http://[::1]:8000/file.csv',
])('%s may be fetched from', (address) => {
  expect(readAddress(address).href).toBe(address);
});

test.each([
  ['http://ucdp.uu.se/file.zip', /not an https address/],
  ['http://10.0.0.1/file.zip', /not an https address/],
  ['http://127.0.0.1.example.org/file.zip', /not an https address/],
  ['http://localhost.example.org/file.zip', /not an https address/],
  ['ftp://ucdp.uu.se/file.zip', /not an address of a file on the web/],
  ['file:///etc/passwd', /not an address of a file on the web/],
  ['data:text/csv,a', /not an address of a file on the web/],
  ['https://name:word@ucdp.uu.se/file.zip', /not an address of a file on the web/],
  ['ucdp.uu.se/file.zip', /not an address of a file on the web/],
  ['', /not an address of a file on the web/],
])('“%s” may not', (address, sentence) => {
  expect(() => readAddress(address)).toThrow(sentence);
});

test('an address may lead to another, but none elsewhere to this machine', () => {
  const from = new URL('https://example.org/a/b.zip');
  expect(readAddress('../c.zip', from).href).toBe('https://example.org/c.zip');
  expect(readAddress('https://example.com/d.zip', from).href).toBe('https://example.com/d.zip');
  expect(() => readAddress('http://example.org/c.zip', from)).toThrow(/not an https address/);
  for (const own of ['http://localhost:3000/', 'https://127.0.0.1/'])
    expect(() => readAddress(own, from)).toThrow(/which is on this machine/);
  expect(readAddress('/c', new URL('http://localhost/a')).href).toBe('http://localhost/c');
});

test('an address is told from a file by its beginning', () => {
  expect(['https://a.org/b', 'HTTP://a.org', 'ftp://a'].map(looksLikeAddress)).toEqual([true, true, true]);
  expect(['ged.zip', './https', 'C:\\data\\ged.zip', '/tmp/a'].map(looksLikeAddress)).toEqual(
    Array.from({ length: 4 }, () => false),
  );
});
