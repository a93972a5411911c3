import { describe, expect, test } from 'vitest';
import { roleGroups, roleName } from '@/components/imports/names';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import { importProblems } from '@/lib/i18n/messages/import-problems';
import { importRowMessages } from '@/lib/i18n/messages/import-rows';
import { importMessages } from '@/lib/i18n/messages/imports';
import { batchStates, importJobs } from '@/lib/imports/batches/types';
import { rowRules, rowWarnings } from '@/lib/imports/convert/types';
import { targetKeys } from '@/lib/imports/targets';

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

function said(text: (...given: (number | string)[]) => string): string {
  try {
    return text(2, 3, '4');
  } catch {
    return text('a', 'b', 'c');
  }
}

/** Signs, and names that are the same in both languages. */
const alike = /^(and|formats\.|columns\.splits\.)/;

describe.each([
  ['the wizard', importMessages],
  ['what a mapping says', importMappingMessages],
  ['rows', importRowMessages],
  ['what is sent', importProblems],
])('%s', (_, messages) => {
  const [en, zh] = [texts(messages.en), texts(messages.zh)];

  test('has the same texts in both languages', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test('has no empty text, and Chinese letters in Chinese only', () => {
    for (const [path, text] of [...en, ...zh]) expect(text, path).not.toBe('');
    for (const [path, text] of zh) if (!alike.test(path)) expect(text, path).toMatch(/[\u4e00-\u9fff]/);
    for (const [path, text] of en) if (!alike.test(path)) expect(text, path).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

test('every rule and every warning says what is wrong and what to do', () => {
  for (const { rules, warnings } of Object.values(importRowMessages)) {
    expect(Object.keys(rules).sort()).toEqual([...rowRules].sort());
    expect(Object.keys(warnings).sort()).toEqual([...rowWarnings].sort());
    for (const { what, remedy } of [...Object.values(rules), ...Object.values(warnings)])
      for (const sentence of [what, remedy]) expect(sentence).toMatch(/[.。]$/);
  }
});

test('every state and every job has a name', () => {
  for (const { states, jobs } of Object.values(importMessages)) {
    expect(Object.keys(states).sort()).toEqual([...batchStates].sort());
    expect(Object.keys(jobs).sort()).toEqual([...importJobs].sort());
  }
});

test('a column can become every field that an import fills, and each has a name', () => {
  const offered: string[] = Object.values(roleGroups).flat();
  for (const key of targetKeys) expect(offered).toContain(key);
  for (const role of offered)
    for (const locale of ['en', 'zh'] as const) expect(roleName(role, locale)).not.toBe(role);
});

test('one and many are told apart in English, and sizes have units', () => {
  const { en } = importMessages;
  expect([en.rows(1), en.rows(1_200)]).toEqual(['1 row', '1,200 rows']);
  expect([en.bytes(12), en.bytes(1_500), en.bytes(2_500_000)]).toEqual(['12 B', '2 kB', '2.5 MB']);
});
