import { describe, expect, test } from 'vitest';
import { parseHistoryFilter, subjectTypes } from '@/lib/history/filter';
import { historyMessages } from '@/lib/i18n/messages/history';

describe('the filter of the history', () => {
  test('knows every kind of record that entries are about, in both languages', () => {
    for (const { types } of Object.values(historyMessages))
      expect(Object.keys(types).sort()).toEqual([...subjectTypes].sort());
  });

  test('takes imports', () => {
    expect(parseHistoryFilter({ type: 'import', action: 'import.committed' })).toMatchObject({
      filter: { type: 'import', action: 'import.committed' },
      ignored: [],
    });
  });

  test('names what it can’t take', () => {
    const { filter, ignored } = parseHistoryFilter({ type: 'x', from: '2019-02-30', to: '0001-01-01' });
    expect(filter).toMatchObject({ type: null, from: null, to: null });
    expect(ignored).toEqual(['type', 'from', 'to']);
  });
});
