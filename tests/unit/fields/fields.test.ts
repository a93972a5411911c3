import { describe, expect, it } from 'vitest';
import { isCode, vocabularies } from '@/lib/codebook/vocabularies';
import { directiveFields } from '@/lib/directives/fields';
import { type Field, findField } from '@/lib/fields/types';
import { locales } from '@/lib/i18n/locale';
import { incidentFields } from '@/lib/incidents/fields';
import { sourceFields } from '@/lib/sources/fields';

const dictionaries: [string, readonly Field[]][] = [
  ['incident', incidentFields],
  ['directive', directiveFields],
  ['source', sourceFields],
];

describe.each(dictionaries)('fields of the %s', (_, fields) => {
  it('have unique keys, columns and aliases', () => {
    for (const names of [
      fields.map((field) => field.key),
      fields.map((field) => field.column),
      fields.flatMap((field) => [field.column, ...field.aliases]),
    ])
      expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it('have columns in snake case and aliases in lowercase', () => {
    for (const field of fields) {
      expect(field.column).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      for (const alias of field.aliases) expect(alias).toBe(alias.toLowerCase());
    }
  });

  it('have a label and a help in both languages', () => {
    for (const field of fields)
      for (const locale of locales) {
        expect(field.label[locale].trim(), field.key).not.toBe('');
        expect(field.help[locale].trim(), field.key).not.toBe('');
      }
  });

  it('name a vocabulary exactly where they hold codes', () => {
    for (const field of fields) {
      expect(field.vocabulary !== undefined, field.key).toBe(field.type === 'code' || field.type === 'codes');
      if (field.vocabulary) expect(Object.keys(vocabularies)).toContain(field.vocabulary);
    }
  });
});

describe('findField', () => {
  it('finds a field by its key and nothing else', () => {
    expect(findField(incidentFields, 'startsOn')?.column).toBe('starts_on');
    expect(findField(incidentFields, 'starts_on')).toBeNull();
    expect(isCode(findField(incidentFields, 'type')?.vocabulary ?? 'issue', 'strike')).toBe(true);
  });

  it('keeps the full text of a source out of exports', () => {
    expect(findField(sourceFields, 'text')?.exported).toBe(false);
  });
});
