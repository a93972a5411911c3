import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeToNodeResponse } from 'next/dist/server/pipe-readable';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { streamResponse } from '@/lib/http/respond';

let server: Server | null = null;
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => {
  vi.restoreAllMocks();
  server?.close();
});

/** Serves one response by the program that Next sends responses with, and asks for it over a socket. */
async function overHttp(response: Response): Promise<Response> {
  const made = createServer((_, res) => {
    for (const [name, value] of response.headers) res.setHeader(name, value);
    // What breaks the stream is thrown once more when the connection is cut.
    if (response.body) pipeToNodeResponse(response.body, res).catch(() => {});
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return fetch(`http://127.0.0.1:${(made.address() as AddressInfo).port}/`);
}

async function* breaking(): AsyncGenerator<string> {
  for (let i = 0; i < 20; i++) yield `piece ${i} `.repeat(1_000);
  throw new Error('the database went away');
}

async function* whole(): AsyncGenerator<string | Uint8Array> {
  yield 'text, ';
  yield new TextEncoder().encode('bytes');
}

const file = { type: 'application/zip', fileName: 'a.zip' };

describe('a file that is sent while it is made', () => {
  test('comes whole, under its name and type', async () => {
    const sent = await streamResponse(whole(), { ...file, mark: null, headers: { 'X-Count': '2' } });
    const response = await overHttp(sent);
    expect(await response.text()).toBe('text, bytes');
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a.zip"');
    expect(response.headers.get('x-count')).toBe('2');
  });

  test('that breaks cuts the connection where it can bear no mark, so that no client takes it for whole', async () => {
    const response = await overHttp(await streamResponse(breaking(), { ...file, mark: null }));
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  test('that breaks ends in its mark where it has one', async () => {
    const response = await overHttp(
      await streamResponse(breaking(), {
        type: 'text/csv',
        fileName: 'a.csv',
        mark: 'INCOMPLETE: ask again',
      }),
    );
    expect((await response.text()).endsWith('\r\nINCOMPLETE: ask again\r\n')).toBe(true);
  });

  test('that fails before anything is sent is an error, not an empty file', async () => {
    // biome-ignore lint/correctness/useYield: it fails at its first piece
    const failing = async function* (): AsyncGenerator<string> {
      throw new Error('no answer');
    };
    await expect(streamResponse(failing(), { ...file, mark: null })).rejects.toThrow('no answer');
  });
});
