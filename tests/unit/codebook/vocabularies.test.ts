import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Term } from '@/lib/codebook/types';
import {
  codebookVersion,
  codesOf,
  findTerm,
  isCode,
  storedCodesOf,
  termLabel,
  type VocabularyName,
  vocabularies,
  withNarrower,
} from '@/lib/codebook/vocabularies';
import { datePrecisions } from '@/lib/dates/periods';
import { locales } from '@/lib/i18n/locale';

const names = Object.keys(vocabularies) as VocabularyName[];
const termsOf = (name: VocabularyName): readonly Term[] => vocabularies[name].terms;

describe.each(names)('vocabulary %s', (name) => {
  it('bears the name under which it is found, and says what it is in both languages', () => {
    expect(vocabularies[name].name).toBe(name);
    for (const locale of locales) {
      expect(vocabularies[name].label[locale].trim()).not.toBe('');
      expect(vocabularies[name].definition[locale].trim()).not.toBe('');
    }
  });

  it('has unique kebab codes', () => {
    const codes = codesOf(name);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(locales)('has label, definition and example of every term in %s', (locale) => {
    for (const term of termsOf(name))
      for (const text of [term.label, term.definition, term.example])
        expect(text[locale].trim(), term.code).not.toBe('');
  });

  it('gives no label twice in a language', () => {
    for (const locale of locales) {
      const labels = termsOf(name).map((term) => term.label[locale]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('puts narrower terms below a term of its own, on two levels at most', () => {
    for (const { parent } of termsOf(name)) {
      if (parent === undefined) continue;
      expect(codesOf(name)).toContain(parent);
      expect(findTerm(name, parent)?.parent).toBeUndefined();
    }
  });
});

describe('vocabularies', () => {
  it('cover every vocabulary that the data model names', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    const named = [...schema.matchAll(/vocabulary `(\w+)`/gi)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(names).toContain(name);
  });

  it('have the date precisions that dates are computed with', () => {
    expect(codesOf('datePrecision')).toEqual([...datePrecisions]);
  });

  it('end with unknown wherever a field may be empty', () => {
    for (const name of [
      'issue',
      'group',
      'form',
      'target',
      'response',
      'order',
      'dayPart',
      'placePrecision',
      'sizeClass',
    ] as const)
      expect(codesOf(name).at(-1), name).toBe('unknown');
  });

  it('keep filter values apart from what records hold', () => {
    expect(codesOf('order')).toContain('none');
    expect(codesOf('office')).toContain('none');
    for (const name of ['order', 'office'] as const) expect(storedCodesOf(name)).not.toContain('none');
    for (const name of ['issue', 'group', 'form', 'target', 'order', 'dayPart'] as const)
      expect(storedCodesOf(name), name).not.toContain('unknown');
    expect(storedCodesOf('placePrecision')).toContain('unknown');
  });

  it('put every response that is not a plain remainder in a family', () => {
    const families = new Set(termsOf('response').map((term) => term.family));
    expect(families).toEqual(
      new Set(['accommodation', 'coercion', 'information-control', 'petition-procedure', undefined]),
    );
    expect(
      termsOf('response')
        .filter((term) => !term.family)
        .map((term) => term.code),
    ).toEqual(['other', 'unknown']);
  });

  it('have a version', () => {
    expect(codebookVersion).toMatch(/^\d{4}\.\d+$/);
  });
});

describe('looking up', () => {
  it('finds terms, labels and whether a code exists', () => {
    expect(findTerm('type', 'petition')?.label).toEqual({ en: 'Petition', zh: '上访' });
    expect(findTerm('type', 'parade')).toBeNull();
    expect(termLabel('issue', 'wage-arrears', 'zh')).toBe('欠薪');
    expect(termLabel('issue', 'no-such-code', 'en')).toBe('no-such-code');
    expect(isCode('response', 'ignored')).toBe(true);
    expect(isCode('response', 'none')).toBe(false);
    expect(isCode('type', '__proto__')).toBe(false);
  });

  it('widens a broader term to its narrower ones, and leaves others alone', () => {
    expect(withNarrower('issue', 'labour')).toEqual([
      'labour',
      'wage-arrears',
      'pay',
      'layoffs',
      'social-insurance',
      'working-conditions',
    ]);
    expect(withNarrower('issue', 'pay')).toEqual(['pay']);
    expect(withNarrower('target', 'company')).toEqual(['company', 'state-firm', 'private-firm']);
    expect(withNarrower('issue', 'no-such-code')).toEqual(['no-such-code']);
  });
});
