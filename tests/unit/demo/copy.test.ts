import { describe, expect, it } from 'vitest';
import { copyLine } from '@/prisma/demo/copy';

const response = { incident_id: 'a', ordinal: 1, kind: 'other', count: null, duration_days: null };
const directive = {
  id: 'a',
  ref: 'b',
  dataset_id: 'c',
  kind: 'd',
  title: 'e',
  title_zh: null,
  summary: 'f',
  issuer_office: 'g',
  issuer_text: null,
  issuer_place_id: null,
  orders: [],
  issued_from: null,
  issued_to: null,
  issued_precision: null,
  coding_note: null,
  status: 'h',
};

describe('a line of COPY', () => {
  it('writes null, and escapes what would end a cell or a line', () => {
    expect(copyLine('responses', { ...response, size_text: 'a\tb\nc\\d\re' })).toBe(
      'a\t1\tother\t\\N\t\\N\ta\\tb\\nc\\\\d\\re\n',
    );
  });

  it('quotes the elements of a list that are more than a code', () => {
    const line = copyLine('directives', {
      ...directive,
      addressees: ['plain', 'two words', 'say "no"', 'null'],
    });
    expect(line).toContain('{plain,"two words","say \\\\"no\\\\"","null"}\t{}\t');
  });
});
