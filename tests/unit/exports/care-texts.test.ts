import { describe, expect, test } from 'vitest';
import { freeTexts } from '@/lib/exports/care/gate';
import { clearedTexts } from '@/lib/exports/care/texts';
import { exportedIncidentFields } from '@/lib/exports/incident-columns';
import {
  claimFields,
  exportedDirectiveFields,
  exportedSourceFields,
  responseFields,
} from '@/lib/exports/package/fields';
import type { Field } from '@/lib/fields/types';

/** Fields of texts that are no free texts: refs, slugs, ids, days in words, addresses, codes, names of the gazetteer. */
const noFreeTexts = {
  incidents: ['ref', 'dataset', 'externalId', 'dateText', 'placeName', 'directives', 'sources'],
  directives: ['ref', 'dataset', 'incidents', 'sources'],
  responses: ['incident'],
  sources: ['ref', 'url', 'archiveUrl', 'language', 'sha256'],
  claims: ['kind', 'record', 'field', 'source'],
};

const fields: Record<keyof typeof noFreeTexts, readonly Field[]> = {
  incidents: exportedIncidentFields,
  directives: exportedDirectiveFields,
  responses: responseFields,
  sources: exportedSourceFields,
  claims: claimFields,
};

describe('the gate of files', () => {
  test.each(Object.keys(fields) as (keyof typeof fields)[])(
    'looks at every text of a table, or it is known to be no free text: %s',
    (table) => {
      const texts = fields[table].filter(({ type }) => type === 'text').map(({ key }) => key);
      expect([...freeTexts[table], ...noFreeTexts[table]].toSorted()).toEqual(texts.toSorted());
    },
  );
});

describe('texts that are cleared', () => {
  const keys = ['title', 'note', 'list', 'extra'];

  test('are those with a number or an address of a person, and no others', () => {
    const row = {
      id: '13800138000',
      title: 'Call 13800138000',
      note: null,
      list: ['the bureau', 'a@b.cn'],
      extra: { tel: '13800138000', town: 'Wuchuan' },
    };
    expect(clearedTexts(row, keys)).toEqual({
      texts: 3,
      values: {
        title: 'Call [mobile number removed]',
        list: ['the bureau', '[e-mail address removed]'],
        extra: { tel: '[mobile number removed]', town: 'Wuchuan' },
      },
    });
    expect(row.title).toBe('Call 13800138000');
  });

  test('are none where nothing is found, or nothing is there', () => {
    expect(
      clearedTexts({ title: 'A strike', list: [], extra: { a: '1', b: 'surnamed Li' } }, keys),
    ).toBeNull();
    expect(clearedTexts({ title: '', note: null, extra: null }, keys)).toBeNull();
  });

  test('among texts by name are names too, of which none is lost, and whatever else stands there', () => {
    const extra = {
      '13800138000': 'a',
      '13900139000': 'b',
      count: 13800138000,
      of: { deep: ['a@b.cn'] },
      year: 2019,
    };
    expect(clearedTexts({ extra }, keys)?.values.extra).toEqual({
      '[mobile number removed]': 'a',
      '[mobile number removed] 2': 'b',
      count: '[mobile number removed]',
      of: '{"deep":["[e-mail address removed]"]}',
      year: 2019,
    });
  });
});
