import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { readInput } from '@/lib/http/input';

const words = {
  missing: () => 'Type it.',
  notText: () => 'No text.',
  notAsExpected: () => 'Not as expected.',
};
const schema = z.strictObject({
  name: z.string().min(1, 'missing'),
  more: z.array(z.record(z.string(), z.string())).optional(),
});

function fieldsOf(body: unknown): unknown {
  try {
    return readInput(schema, body, words);
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.fields.map(({ field, message }) => [field, message]) : thrown;
  }
}

describe('what was sent', () => {
  test('is taken as the schema has it', () => {
    const body = { name: '湛江 𠮷 👩‍💻', more: [{ a: 'b' }] };
    expect(fieldsOf(body)).toEqual(body);
    expect(fieldsOf({ name: '' })).toEqual([['name', 'Type it.']]);
    expect(fieldsOf({ name: 'a', role: 'admin' })).toEqual([['body', 'Not as expected.']]);
  });

  test.each(['a\0b', 'a\ud800b', '\udc00', 'a\ud83d'])(
    'is refused where a text is none, though the schema says nothing of it: %j',
    (text) => {
      expect(fieldsOf({ name: text })).toEqual([['name', 'No text.']]);
      expect(fieldsOf({ name: 'a', more: [{ a: 'b' }, { a: text }] })).toEqual([['more.1.a', 'No text.']]);
      expect(fieldsOf({ name: 'a', more: [{ [text]: 'b' }] })).toEqual([['more.0', 'No text.']]);
    },
  );
});
