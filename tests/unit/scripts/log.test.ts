import { expect, test } from 'vitest';
import { personalLines } from '@/scripts/test/log';

test('a line that repeats a telephone number, an ID or a mail address is found, and no other', () => {
  const clean = [
    'Request 13912345-6789-4123-8123-139123456789: Error: The database refused (22P02).',
    '    at async respond (.next/server/chunks/[root-of-the-server]__13g9._.js:1:13912)',
    '2026-11-28T18:56:14.722Z ECONNREFUSED 127.0.0.1:5432',
  ];
  expect(personalLines(clean.join('\n'))).toEqual([]);
  for (const text of ['13912345678', '11010519491231002X', 'someone@mail.example.org'])
    expect(personalLines([...clean, `Key (title)=(${text}) exists.`].join('\n'))).toHaveLength(1);
});
