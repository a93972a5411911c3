import { describe, expect, it, vi } from 'vitest';
import { answerJson } from '@/lib/http/answers';

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

describe('the body', () => {
  it('says nothing of an encoding, whoever asks: Next packs it, and would leave out what we say of it', async () => {
    const response = await answerJson(asked({ 'accept-encoding': 'gzip, br' }), way('1'));
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.json()).toEqual(page);
  });

  it('is written once for an answer that is kept', async () => {
    const writing = vi.fn(() => 1);
    const answer = { toJSON: writing };
    await answerJson(asked(), way('1', 'k', answer));
    await answerJson(asked(), way('1', 'k', answer));
    expect(writing).toHaveBeenCalledTimes(1);
  });
});
