import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { accepts, answerJson } from '@/lib/http/answers';

const page = { text: 'incident '.repeat(400) };
const asked = (headers: Record<string, string> = {}) => new Request('http://localhost/x.json', { headers });
const way = (state: string | null, key = 'k', answer: object = page) => {
  const open = vi.fn(async () => answer);
  return { open, state: async () => state, ask: async () => ({ key, open }) };
};

describe('an answer with a tag', () => {
  it('says that the asker has it already, and counts nothing then', async () => {
    const first = await answerJson(asked(), way('1'));
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(await first.json()).toEqual(page);
    for (const header of [etag, etag.slice(2), `"other", ${etag}`]) {
      const again = way('1');
      const response = await answerJson(asked({ 'if-none-match': header }), again);
      expect(response.status).toBe(304);
      expect(response.headers.get('etag')).toBe(etag);
      expect(await response.text()).toBe('');
      expect(again.open).not.toHaveBeenCalled();
    }
  });

  it('gets another tag for another state and for another question', async () => {
    const tags = await Promise.all(
      [way('1', 'a'), way('2', 'a'), way('1', 'b'), way('1a', '')].map(async (one) =>
        (await answerJson(asked(), one)).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(4);
    const response = await answerJson(asked({ 'if-none-match': tags[0] ?? '' }), way('2', 'a'));
    expect(response.status).toBe(200);
  });

  it('has none where the data moved while it was worked out, or the build has no name', async () => {
    let version = 1;
    const state = async () => `${version}`;
    const open = async () => {
      version += 1;
      return page;
    };
    const response = await answerJson(asked(), { state, ask: async () => ({ key: 'k', open }) });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBeNull();
    expect((await answerJson(asked(), way(null))).headers.get('etag')).toBeNull();
  });

  it('passes failures on', async () => {
    const ask = async () => ({ key: 'k', open: () => Promise.reject(new Error('down')) });
    await expect(answerJson(asked(), { state: async () => '1', ask })).rejects.toThrow('down');
  });
});

describe('brotli', () => {
  it('is for those who take it, and for bodies that are worth it', async () => {
    const packed = await answerJson(asked({ 'accept-encoding': 'gzip, deflate, br, zstd' }), way('1'));
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('vary')).toBe('Accept-Encoding');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(200);
    expect(JSON.parse(brotliDecompressSync(bytes).toString())).toEqual(page);
    const plain = await answerJson(asked({ 'accept-encoding': 'gzip' }), way('1'));
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('etag')).toBe(packed.headers.get('etag'));
    const small = await answerJson(asked({ 'accept-encoding': 'br' }), way('1', 'k', { n: 1 }));
    expect(small.headers.get('content-encoding')).toBeNull();
    expect(await small.json()).toEqual({ n: 1 });
  });

  it.each([
    ['br', true],
    ['gzip, BR;q=0.5', true],
    ['br;q=0', false],
    ['gzip, br; q=0.000', false],
    ['brotli', false],
    ['', false],
    [null, false],
  ])('with %s is taken: %s', (header, taken) => expect(accepts(header, 'br')).toBe(taken));
});
