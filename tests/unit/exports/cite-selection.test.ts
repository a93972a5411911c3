import { describe, expect, test } from 'vitest';
import { type CitedSelection, citationCff, citeSelection } from '@/lib/exports/cite-selection';

const cited: CitedSelection = {
  datasets: [
    {
      slug: 'zhanjiang-log',
      title: 'Zhanjiang weekly incident log',
      codebookVersion: '2026.1',
      changedOn: '2026-11-05',
    },
  ],
  codebookVersion: '2026.1',
  filter: 'Type: Petition · Dates: 2019–2020',
  count: 1_204,
  leftOut: 0,
  synthetic: false,
  url: 'https://daybook.example/?type=petition&from=2019&to=2020',
  readOn: '2026-12-01',
};
const formats = ['text', 'bibtex', 'ris', 'csl'] as const;

describe('the citation of a selection', () => {
  test('names data set, version, filter, n, address and day in one sentence', () => {
    expect(citeSelection(cited).text).toBe(
      'Daybook (2026). Zhanjiang weekly incident log [data set], codebook 2026.1, data of 5 Nov 2026. ' +
        'Filter: Type: Petition · Dates: 2019–2020; n = 1,204 incidents. ' +
        'https://daybook.example/?type=petition&from=2019&to=2020 (read 1 Dec 2026).',
    );
  });

  test.each(formats)('as %s names all of these', (format) => {
    const text = citeSelection(cited)[format];
    for (const part of [
      'Zhanjiang weekly incident log',
      'codebook 2026.1',
      'Type: Petition',
      '1,204 incidents',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/https:\/\/daybook\.example\/\?type=petition&from=2019&to=2020/);
    expect(text).toMatch(/2026-12-01|2026\/12\/01|1 Dec 2026|2026,\s+12,\s+1\b/);
  });

  test.each(formats)('as %s says what is made up and what is left out', (format) => {
    const text = citeSelection({ ...cited, synthetic: true, leftOut: 7 })[format];
    expect(text).toContain('Synthetic data: some or all records are made up');
    expect(text).toContain('7 more that the filter keeps');
    expect(citeSelection(cited)[format]).not.toMatch(/ynthetic|may not be given away/);
  });

  test.each(formats)('as %s names both selections of a comparison with their numbers', (format) => {
    const comparedWith = { filter: 'Type: Petition · Dates: 2018–2019', count: 281, leftOut: 2 };
    const text = citeSelection({ ...cited, comparedWith })[format];
    expect(text).toContain(
      'Filter of B: Type: Petition · Dates: 2019–2020; n = 1,204 incidents; ' +
        'compared with filter of A: Type: Petition · Dates: 2018–2019; n = 281 incidents.',
    );
    expect(text).toContain('2 more that the filter of A keeps');
    if (format !== 'text')
      expect(text).toContain(
        'B: Type: Petition · Dates: 2019–2020, compared with A: Type: Petition · Dates: 2018–2019',
      );
  });

  test('names every data set, and the day of the newest of them', () => {
    const other = { slug: 'b', title: 'Another set', codebookVersion: '2026.1', changedOn: '2026-11-20' };
    const { text, csl } = citeSelection({ ...cited, datasets: [...cited.datasets, other] });
    expect(text).toContain('Zhanjiang weekly incident log; Another set [data set]');
    expect(text).toContain('data of 20 Nov 2026');
    expect(JSON.parse(csl)[0].issued).toEqual({ 'date-parts': [[2026, 11, 20]] });
  });

  test('is whole without any data set: nothing is kept', () => {
    const { text } = citeSelection({ ...cited, datasets: [], count: 0 });
    expect(text).toContain('no data set');
    expect(text).toContain('n = 0 incidents');
    expect(citeSelection({ ...cited, count: 1 }).text).toContain('n = 1 incident.');
  });

  test('has one key for one address and another for another', () => {
    const key = (url: string) => /@misc\{([^,]+),/.exec(citeSelection({ ...cited, url }).bibtex)?.[1];
    expect(key('a')).toBe(key('a'));
    expect(key('a')).not.toBe(key('b'));
    expect(key(cited.url)).toMatch(/^[\w:.-]+$/);
  });

  test('cannot be broken out of by what a filter holds', () => {
    const filter = 'Text: x}\n@misc{evil,\r\nER  - \r\nTY  - BOOK';
    const { bibtex, ris, csl } = citeSelection({ ...cited, filter });
    expect(bibtex.match(/^@misc\{/gm)).toHaveLength(1);
    expect(bibtex.replace(/\\[{}]/g, '').split('{')).toHaveLength(
      bibtex.replace(/\\[{}]/g, '').split('}').length,
    );
    expect(ris.match(/^TY {2}- /gm)).toHaveLength(1);
    expect(JSON.parse(csl)).toHaveLength(1);
  });
});

describe('CITATION.cff', () => {
  test('is one value a line, texts as JSON strings, whatever they hold', () => {
    const text = citationCff({ ...cited, filter: 'Text: a: "b" # c\n- d \\ 两会' });
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe('cff-version: 1.2.0');
    for (const key of ['message', 'title', 'version', 'url', 'abstract']) {
      const line = lines.find((one) => one.startsWith(`${key}: `)) ?? '';
      expect(typeof JSON.parse(line.slice(key.length + 2))).toBe('string');
    }
    expect(text).toContain('两会');
    expect(text).toContain('date-released: 2026-11-05');
    expect(lines).toHaveLength(10);
  });
});
