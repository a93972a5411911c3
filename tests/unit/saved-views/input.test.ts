import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { parseViewInput } from '@/lib/saved-views/input';

const good = { name: 'Petitions', description: 'Of 2019.', page: '/', query: '?type=petition' };

/** The fields that are refused, with what is said of each. */
function refused(body: unknown, locale: 'en' | 'zh' = 'en'): Record<string, string> {
  try {
    parseViewInput(body, locale);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    expect(thrown.code).toBe('invalid');
    return Object.fromEntries(thrown.fields.map(({ field, message }) => [field, String(message)]));
  }
  throw new Error('It was taken.');
}

describe('a view that is sent to be saved', () => {
  test('is taken with blanks around its texts removed', () => {
    expect(parseViewInput(good, 'en')).toEqual(good);
    expect(parseViewInput({ ...good, name: '  湛江 ', description: ' a\r\nb ' }, 'en')).toMatchObject({
      name: '湛江',
      description: 'a\nb',
    });
    expect(
      parseViewInput({ ...good, name: 'x'.repeat(120), description: 'y'.repeat(1_000) }, 'en').name,
    ).toHaveLength(120);
  });

  test.each([[undefined], [null], [''], ['   ']])('has no description when it is %j', (description) => {
    expect(parseViewInput({ ...good, description }, 'en').description).toBeNull();
  });

  test.each([
    ['name', { ...good, name: '' }, 'empty'],
    ['name', { ...good, name: '   ' }, 'empty'],
    ['name', { ...good, name: undefined }, 'empty'],
    ['name', { ...good, name: 7 }, 'empty'],
    ['name', { ...good, name: 'Strikes, call 13812345678' }, 'personal data'],
    ['name', { ...good, name: 'a man named Zhang Wei' }, 'personal data'],
    ['description', { ...good, description: 'Ask li.wei@example.com' }, 'personal data'],
    ['name', { ...good, name: 'x'.repeat(121) }, '121 characters'],
    ['name', { ...good, name: 'a\nb' }, 'one line'],
    ['name', { ...good, name: 'a\u0000b' }, 'one line'],
    ['description', { ...good, description: 'x'.repeat(1_001) }, '1,001 characters'],
    ['description', { ...good, description: 'a\u0007b' }, 'Remove'],
    ['description', { ...good, description: 1 }, 'Remove'],
    ['page', { ...good, page: '/data' }, '/incidents'],
    ['page', { ...good, page: '//elsewhere.example' }, '/incidents'],
    ['query', { ...good, query: undefined }, 'missing'],
    ['query', { ...good, query: `q=${'x'.repeat(4_000)}` }, '4,002 characters'],
    ['body', { ...good, id: 'chosen' }, 'nothing else'],
    ['body', [good], 'JSON object'],
    ['body', 'text', 'JSON object'],
    ['body', null, 'JSON object'],
  ])('%s is refused by its name: %j', (field, body, words) => {
    expect(refused(body)[field]).toContain(words);
    expect(refused(body, 'zh')[field]).toMatch(/[\u4e00-\u9fff]/);
  });

  test('names all fields at once, each once', () => {
    expect(Object.keys(refused({ name: '', page: 'x', query: 1 }))).toEqual(['name', 'page', 'query']);
  });
});
