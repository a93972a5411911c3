import { describe, expect, test } from 'vitest';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { commandMessages } from '@/lib/i18n/messages/commands';
import { editMessages } from '@/lib/i18n/messages/edit';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { mergeMessages } from '@/lib/i18n/messages/merge';
import { recordMessages, titleIn, titleLang } from '@/lib/i18n/messages/records';
import { savedMessages } from '@/lib/i18n/messages/saved';
import { tableMessages } from '@/lib/i18n/messages/table';
import { writeMessages } from '@/lib/i18n/messages/write';

/** Paths of all texts; a function is called with numbers and words to see what it makes. */
function texts(messages: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const at = `${path}${key}`;
    if (typeof value === 'string') found.set(at, value);
    else if (typeof value === 'function') found.set(at, said(value));
    else for (const entry of texts(value, `${at}.`)) found.set(...entry);
  }
  return found;
}

/** What a text that takes numbers, or words, makes of them. */
function said(text: (...given: (number | string)[]) => string): string {
  try {
    return text(2, 3, '4');
  } catch {
    return text('a', 'b', 'c');
  }
}

/** The same in both languages: names, formats, units. */
const alike = new Set([
  'name',
  'source.checksum',
  'figure.unit.percent',
  'data.csv',
  'data.json',
  'codebook.label',
  'dialog.data.languages.en',
  'dialog.data.languages.zh',
  'dialog.cite.names.bibtex',
  'dialog.cite.names.ris',
  'dialog.cite.names.csl',
]);

describe.each([
  ['layout', layoutMessages],
  ['records', recordMessages],
  ['exports', exportMessages],
  ['saved views', savedMessages],
  ['commands', commandMessages],
  ['table', tableMessages],
  ['writes', writeMessages],
  ['editing', editMessages],
  ['acts', actsMessages],
  ['merges', mergeMessages],
])('%s', (_, messages) => {
  const [en, zh] = [texts(messages.en), texts(messages.zh)];

  test('has the same texts in both languages', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test('has no empty text, and Chinese letters in every Chinese text', () => {
    for (const [path, text] of [...en, ...zh]) expect(text, path).not.toBe('');
    for (const [path, text] of zh) if (!alike.has(path)) expect(text, path).toMatch(/[\u4e00-\u9fff]/);
    for (const [path, text] of en) if (!alike.has(path)) expect(text, path).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

test('one and many are told apart in English', () => {
  expect([recordMessages.en.incidents(1), recordMessages.en.incidents(1_200)]).toEqual([
    '1 incident',
    '1,200 incidents',
  ]);
});

test('a title without a Chinese form stays English, and says so', () => {
  expect([titleIn('zh', 'A', '甲'), titleIn('zh', 'A', null), titleIn('en', 'A', '甲')]).toEqual([
    '甲',
    'A',
    'A',
  ]);
  expect([titleLang('zh', '甲'), titleLang('zh', null), titleLang('en', null)]).toEqual([
    undefined,
    'en',
    undefined,
  ]);
});
