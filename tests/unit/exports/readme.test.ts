import { describe, expect, test } from 'vitest';
import { countingRules } from '@/lib/codebook/rules';
import type { ExportAbout } from '@/lib/exports/about';
import { codebookCsv, codebookJson } from '@/lib/exports/package/codebook';
import { factsOf, readmeMarkdown } from '@/lib/exports/readme';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { noFilters } from '@/lib/incidents/selection';

const about: ExportAbout = {
  locale: 'en',
  counts: { kept: 13, exported: 12, leftOut: 1, synthetic: 5, pointsKept: 3 },
  filters: noFilters,
  filter: 'Text: <b>*wages*</b>',
  filterEn: 'Text: <b>*wages*</b>',
  query: '?q=x',
  page: 'https://daybook.example/?q=x',
  datasets: [
    {
      slug: 'demo',
      title: 'Demo',
      titleZh: '演示',
      licence: 'CC BY 4.0',
      citation: 'Daybook, Demo.',
      redistributable: true,
      synthetic: true,
      codebookVersion: '2026.1',
      incidents: 12,
      pointsKept: 3,
      changedOn: '2026-11-05',
    },
  ],
  withheld: [],
  madeOn: '2026-11-25',
  codebookVersion: '2026.1',
};

describe('what a file says of itself', () => {
  test('is filter, counts, made-up records, data sets, licence, citation and day, in both languages', () => {
    const en = JSON.stringify(factsOf(about, 'CITE ME', 2));
    for (const part of [
      '5 of the 12 incidents are made up',
      '1 that the filter keeps',
      '3 of the incidents',
      'In 2 texts numbers or addresses of persons are held back',
      'Demo: 12 incidents',
      'CC BY 4.0',
      'Daybook, Demo.',
      'CITE ME',
      '25 Nov 2026',
      about.page,
    ])
      expect(en).toContain(part);
    const zh = JSON.stringify(factsOf({ ...about, locale: 'zh' }, 'CITE ME', 2));
    for (const part of ['12 起事件中有 5 起', '有 2 处文字', '演示', '2026年11月25日'])
      expect(zh).toContain(part);
  });

  test('says that no licence is stated, and that nothing is left out', () => {
    const plain = { ...about, counts: { kept: 12, exported: 12, leftOut: 0, synthetic: 0, pointsKept: 0 } };
    const [dataset] = about.datasets;
    const text = JSON.stringify(
      factsOf({ ...plain, datasets: dataset ? [{ ...dataset, licence: null }] : [] }, '', 0),
    );
    expect(text).toContain('none stated; ask before publishing the records');
    expect(text).toContain('No record is synthetic.');
    expect(text).not.toContain('Exact places');
    expect(text).not.toContain('held back');
  });

  test('as README names every file and every rule of counting, and escapes what is not ours', () => {
    const files = Object.keys(exportMessages.en.files.readme.fileNotes);
    const text = readmeMarkdown(about, 'CITE ME', files, 1);
    for (const file of files)
      expect(text).toContain(`\`${file}\`: ${exportMessages.en.files.readme.fileNotes[file as 'README.md']}`);
    expect(text).toContain('In 1 text numbers or addresses');
    for (const { text: rule } of countingRules) expect(text).toContain(rule.en);
    expect(text).toContain('Text: \\<b\\>\\*wages\\*\\</b\\>');
  });
});

describe('the codebook of a package', () => {
  test('has a line for every term, and the same rows as it says', () => {
    const { text, rows } = codebookCsv();
    expect(text.match(/\r\n/g)?.length).toBe(rows + 1);
    const json = JSON.parse(codebookJson({}));
    const terms = Object.values<{ terms: unknown[] }>(json.vocabularies).flatMap((one) => one.terms);
    expect(terms).toHaveLength(rows);
    expect(json.rules).toHaveLength(countingRules.length);
  });
});
