import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { type Download, download, type Limits, sizeOf, usualLimits } from '@/lib/imports/public/download';
import { fileServer, leadsTo, sends } from '@/tests/support/file-server';

const text = `id,country\n${'1,China\n'.repeat(20_000)}`;
const sum = createHash('sha256').update(text).digest('hex');
const folder = mkdtempSync(path.join(tmpdir(), 'daybook-download-'));
const target = path.join(folder, 'file');
const page = '\n<!-- a note -->\n<!DOCTYPE html><html><body>Log in</body></html>';
const within = (short: Partial<Limits>): Limits => ({ ...usualLimits, ...short });

let server: Awaited<ReturnType<typeof fileServer>>;
beforeAll(async () => {
  server = await fileServer({
    '/file': sends(text, { 'content-length': String(text.length) }),
    '/no-length': (response) => {
      response.write(text.slice(0, 1_000));
      response.end(text.slice(1_000));
    },
    '/packed': (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
    },
    '/moved': leadsTo('/moved-again', 301),
    '/moved-again': leadsTo('/file', 307),
    '/round': leadsTo('/round'),
    '/to-http': leadsTo('http://example.org/file'),
    '/to-files': leadsTo('file:///etc/passwd'),
    '/to-nothing': leadsTo('http://'),
    '/forbidden': (response) => void response.writeHead(403).end(),
    '/log-in': (response) => void response.writeHead(401).end(),
    '/challenge': (response) => void response.writeHead(202).end(),
    '/broken': (response) => void response.writeHead(503).end(),
    '/page': sends(text, { 'content-type': 'text/html; charset=utf-8' }),
    '/hidden-page': sends(page),
    '/empty': sends(''),
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': String(text.length) });
      response.write(text.slice(0, 1_000), () => response.destroy());
    },
    '/cut-without-length': (response) => {
      response.write(text.slice(0, 1_000), () => response.destroy());
    },
    '/hangs-up': (response) => void response.destroy(),
    '/silent': () => {},
    '/stalls': (response) => void response.write(text.slice(0, 1_000)),
    '/drips': (response) => {
      let sent = 0;
      const timer = setInterval(() => {
        if (sent++ < 6) response.write('1,China\n');
        else response.end(() => clearInterval(timer));
      }, 250);
    },
  });
});
afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

const get = (at: string, more: Partial<Download> = {}) =>
  download({ address: server.address(at), target, sha256: null, ...more });

/** What it is refused with; the file must be gone. */
async function refusal(at: string, more: Partial<Download> = {}): Promise<string> {
  const thrown = await get(at, more).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppError)) throw thrown ?? new Error('it was not refused');
  expect(existsSync(target)).toBe(false);
  expect(typeof thrown.words === 'string' ? '' : thrown.words.zh).toMatch(/。$/);
  return `${thrown.code}: ${thrown.message}`;
}

describe('a file that comes', () => {
  test.each(['/file', '/no-length', '/packed', '/moved'])('%s is written byte by byte', async (at) => {
    expect(await get(at)).toEqual({ bytes: text.length, sha256: sum });
    expect(readFileSync(target, 'utf8')).toBe(text);
  });

  test('is counted while it comes, of how many where the host says it', async () => {
    const told: [number, number | null][] = [];
    await get('/file', { tell: (...one) => void told.push(one) });
    expect(told.at(-1)).toEqual([text.length, text.length]);
    await get('/no-length', { tell: (...one) => void told.push(one) });
    expect(told.at(-1)).toEqual([text.length, null]);
  });

  test('is held to its checksum, whatever the case of its letters', async () => {
    expect((await get('/file', { sha256: sum.toUpperCase() })).sha256).toBe(sum);
    const other = 'a'.repeat(64);
    expect(await refusal('/file', { sha256: other })).toBe(
      `invalid: The file is not the one that was expected: its SHA-256 is ${sum}, not ${other}. If its publisher replaced it and you trust it, add --sha256 ${sum}.`,
    );
  });

  test('may be slow, as long as something comes', async () => {
    expect((await get('/drips', { limits: within({ stalledMs: 1_000 }) })).bytes).toBe(6 * 8);
  });
});

describe('what does not come is refused with a sentence, and nothing is left', () => {
  test.each([
    ['/none', /^not-found: 127.0.0.1:\d+ has no such file \(any more\): it answered 404\.$/],
    ['/forbidden', /^forbidden: .* does not give the file to this command: it answered 403\.$/],
    ['/log-in', /^forbidden: .* it answered 401\.$/],
    ['/challenge', /^unavailable: .* answered 202 in place of the file\.$/],
    ['/broken', /^unavailable: .* answered 503 in place of the file\.$/],
    ['/page', /^invalid: .* sent a web page in place of the file, such as a page to log in\.$/],
    ['/hidden-page', /^invalid: .* sent a web page/],
    ['/empty', /^invalid: .* sent an empty file\.$/],
    ['/cut', /^unavailable: The connection to 127.0.0.1:\d+ was cut before the whole file had come\.$/],
    ['/cut-without-length', /^unavailable: The connection to .* was cut/],
    ['/hangs-up', /^unavailable: The connection to .* was cut/],
    ['/round', /^unavailable: .* leads on again and again\.$/],
  ])('%s', async (at, sentence) => {
    expect(await refusal(at)).toMatch(sentence);
  });

  test('a host that does not answer, or sends nothing more', async () => {
    expect(await refusal('/silent', { limits: within({ connectMs: 150 }) })).toMatch(
      /^too-slow: .* did not answer within 0.15 seconds\.$/,
    );
    expect(await refusal('/stalls', { limits: within({ stalledMs: 150 }) })).toMatch(
      /^too-slow: .* sent nothing more for 0.15 seconds\.$/,
    );
  });

  test('a file that is too large, whether the host says how large or not', async () => {
    const limits = within({ bytes: 100_000 });
    for (const at of ['/file', '/no-length'])
      expect(await refusal(at, { limits })).toMatch(/^too-large: .* is larger than 100 kB, the most/);
  });

  test('a port where nobody listens, and a name that nobody has', async () => {
    const gone = await fileServer({});
    const address = gone.address('/file');
    await gone.end();
    expect(await refusal('', { address })).toMatch(/^unavailable: .* can't be reached: there is no network/);
    expect(await refusal('', { address: 'https://daybook.invalid/file' })).toMatch(
      /^unavailable: The name daybook.invalid could not be looked up/,
    );
  });

  test('a file that can not be written', async () => {
    const nowhere = path.join(folder, 'no-folder/file');
    expect(await refusal('/file', { target: nowhere })).toMatch(/^invalid: “.*” can't be written \(ENOENT\)/);
  });
});

describe('only https is fetched from, or this machine', () => {
  test('also where an address leads on', async () => {
    const before = server.asked.length;
    expect(await refusal('/to-http')).toMatch(/^invalid: http:\/\/example.org\/file is not an https address/);
    expect(await refusal('/to-files')).toMatch(/is not an address of a file on the web/);
    expect(await refusal('/to-nothing')).toMatch(/is not an address of a file on the web/);
    expect(server.asked.slice(before)).toEqual(['/to-http', '/to-files', '/to-nothing']);
  });
});

test('sizes are shown as people write them', () => {
  expect([7, 999, 1_000, 39_122_522, 4_000_000_000, 5e12].map(sizeOf)).toEqual([
    '7 B',
    '999 B',
    '1.0 kB',
    '39 MB',
    '4.0 GB',
    '5000 GB',
  ]);
});
