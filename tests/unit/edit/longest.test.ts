import { expect, test } from 'vitest';
import { tooLongTexts } from '@/lib/edit/longest';

test('texts that no field takes are named by their paths, in either language', () => {
  const long = 'x'.repeat(1_000_000);
  const record = {
    title: long,
    summary: 'short',
    size: 3,
    none: null,
    claims: [{ note: 'a' }, { note: long }],
  };
  expect(tooLongTexts(record, 'en')).toEqual(
    ['title', 'claims.1.note'].map((field) => ({
      field,
      value: 'x'.repeat(80),
      message: 'This is too long (1000000 characters). Shorten it.',
    })),
  );
  expect(tooLongTexts({ addressees: [long] }, 'zh')).toMatchObject([
    { field: 'addressees.0', message: '此项过长（1000000 个字符），请缩短。' },
  ]);
  expect(tooLongTexts({ title: 'x'.repeat(20_000) }, 'en')).toEqual([]);
});
