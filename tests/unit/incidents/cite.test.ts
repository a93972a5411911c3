import { describe, expect, test } from 'vitest';
import { type Citable, cite } from '@/lib/incidents/record/cite';

const record: Citable = {
  ref: 'zj-2019-09-13-a',
  title: 'Villagers of Su village gather',
  version: 2,
  changedOn: '2026-11-05',
  dataset: 'Zhanjiang weekly incident log',
  synthetic: false,
  url: 'https://daybook.example/incidents/zj-2019-09-13-a',
  readOn: '2026-12-01',
  sources: [
    {
      ref: 'epoch-times-2020-10-22',
      outlet: 'Epoch Times',
      headline: 'Internal weekly log',
      publishedOn: '2020-10-22',
      url: null,
    },
  ],
};

describe('text', () => {
  test('names holder, title, record, version, data set, address, day of reading and source', () => {
    expect(cite(record, 'text')).toBe(
      'Daybook (2026). “Villagers of Su village gather.” Record zj-2019-09-13-a, version 2 in Zhanjiang weekly ' +
        'incident log [data set]. https://daybook.example/incidents/zj-2019-09-13-a (read 1 Dec 2026). ' +
        'Coded from Epoch Times, 22 Oct 2020 (Internal weekly log).',
    );
  });

  test('says that a synthetic record is made up', () => {
    for (const format of ['text', 'bibtex', 'ris', 'csl'] as const)
      expect(cite({ ...record, synthetic: true }, format)).toContain('made up for demonstration');
  });

  test('says nothing of sources when there are none, and "undated" of one without a day', () => {
    expect(cite({ ...record, sources: [] }, 'text')).not.toContain('Coded from');
    const [source] = record.sources;
    const undated = { ...record, sources: source ? [{ ...source, publishedOn: null }] : [] };
    expect(cite(undated, 'text')).toContain('Epoch Times, undated');
  });
});

describe('BibTeX', () => {
  test('has an entry for the record and one for each source', () => {
    const text = cite(record, 'bibtex');
    expect(text.match(/^@misc\{/gm)).toHaveLength(2);
    expect(text).toContain('  url = {https://daybook.example/incidents/zj-2019-09-13-a}');
    expect(text).toContain('  urldate = {2026-12-01}');
  });

  test('escapes what TeX reads as commands, and keeps braces balanced', () => {
    const text = cite({ ...record, title: 'A {b} \\c $d & e # f_g ^h ~i 100%' }, 'bibtex');
    expect(text).toContain(
      'A \\{b\\} \\textbackslash{}c \\$d \\& e \\# f\\_g \\textasciicircum{}h \\textasciitilde{}i 100\\%',
    );
    const bare = text.replace(/\\[{}]/g, '');
    expect(bare.split('{')).toHaveLength(bare.split('}').length);
  });

  test('cannot be broken out of by a line end, and has a key without marks', () => {
    const text = cite({ ...record, ref: 'a b,c}', title: 'x\n}\n@misc{evil,' }, 'bibtex');
    expect(text).toContain('@misc{a-b-c-,');
    expect(text.match(/^@misc\{/gm)).toHaveLength(2);
  });

  test('keeps Chinese letters', () => {
    expect(cite({ ...record, title: '村民聚集反对征地' }, 'bibtex')).toContain('{{村民聚集反对征地}}');
  });
});

describe('RIS', () => {
  test('ends each entry, uses CRLF and the form of dates', () => {
    const text = cite(record, 'ris');
    expect(text.startsWith('TY  - DATA\r\n')).toBe(true);
    expect(text.match(/^ER {2}- \r$/gm)).toHaveLength(2);
    expect(text).toContain('DA  - 2026/11/05/\r\n');
    expect(text).toContain('Y2  - 2026/12/01/\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('a value cannot begin a line of its own', () => {
    const text = cite({ ...record, title: 'x\r\nER  - \r\nTY  - BOOK' }, 'ris');
    expect(text.match(/^TY {2}- /gm)).toHaveLength(2);
    expect(text).toContain('TI  - x ER - TY - BOOK\r\n');
  });
});

describe('CSL-JSON', () => {
  test('is JSON with numbers for dates', () => {
    const [main, source] = JSON.parse(cite(record, 'csl'));
    expect(main).toMatchObject({
      id: 'zj-2019-09-13-a',
      type: 'dataset',
      version: '2',
      issued: { 'date-parts': [[2026, 11, 5]] },
      accessed: { 'date-parts': [[2026, 12, 1]] },
      URL: record.url,
    });
    expect(source).toMatchObject({
      title: '[Internal weekly log]',
      issued: { 'date-parts': [[2020, 10, 22]] },
    });
    expect(source).not.toHaveProperty('URL');
  });

  test('keeps quotes and marks as they are', () => {
    const title = 'He said "no" \\ {x} & <b>';
    expect(JSON.parse(cite({ ...record, title }, 'csl'))[0].title).toBe(title);
  });
});
