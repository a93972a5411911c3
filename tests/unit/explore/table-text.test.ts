import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { tableColumns } from '@/lib/explore/columns';
import type { TableRow } from '@/lib/explore/table';
import { cellText, copiedText, csvOf, textTable, tsvOf, withSynthetic } from '@/lib/explore/table-text';
import { tableMessages } from '@/lib/i18n/messages/table';

const coded = (...labels: string[]) => labels.map((label) => ({ code: label.toLowerCase(), label }));
const row: TableRow = {
  ref: 'zj-1',
  date: '13 Sep 2019, morning',
  title: '=HYPERLINK("x")',
  type: { code: 'petition', label: 'Petition' },
  place: 'Wuchuan',
  outside: false,
  size: '60+',
  orders: coded('Punish', 'Investigate'),
  offices: coded('Mayor'),
  sources: [
    { ref: 'a', label: 'A Daily' },
    { ref: 'b', label: 'B Daily' },
  ],
  issues: [],
  groups: coded('＠mention'),
  responses: [],
  forms: coded('Gathering'),
  targets: coded('Court'),
  destination: '北京',
  category: '-10+20',
  precision: 'Day',
  status: 'Published',
  summary: 'One\ttwo\r\nthree',
  dataset: 'Log',
  synthetic: false,
  shareable: true,
};
const names = tableMessages.en.columnNames;

describe('a row as text', () => {
  test('has every column, several values joined', () => {
    for (const column of tableColumns) expect(typeof cellText(row, column), column).toBe('string');
    expect(cellText(row, 'orders')).toBe('Punish; Investigate');
    expect(cellText(row, 'source')).toBe('A Daily; B Daily');
    expect(cellText(row, 'issues')).toBe('');
  });

  test('is one line of TSV in the columns asked for: no tab or line end inside, nothing a formula', () => {
    const text = tsvOf(textTable([row], ['title', 'summary', 'category', 'groups', 'size'], names));
    expect(text).toBe(
      'Incident\tSummary\tSource’s own category\tGroups\tParticipants\n' +
        "'=HYPERLINK(\"x\")\tOne two three\t'-10+20\t'＠mention\t60+\n",
    );
  });

  test('is marked where it is made up: always in a file, on the clipboard where any row is', () => {
    const rows = [row, { ...row, synthetic: true }];
    const [head, ...lines] = parse(
      csvOf(withSynthetic(textTable(rows, ['title'], names), rows, 'Synthetic')),
    );
    expect(head).toEqual(['Incident', 'Synthetic']);
    expect(lines.map((cells) => (cells as string[])[1])).toEqual(['false', 'true']);
    expect(copiedText(rows, ['size'], names, 'Synthetic')).toBe(
      'Participants\tSynthetic\n60+\tfalse\n60+\ttrue\n',
    );
    expect(copiedText([row], ['size'], names, 'Synthetic')).toBe('Participants\n60+\n');
  });

  test('is one record of CSV that keeps its texts and is safe against formulas', () => {
    const [head, cells] = parse(csvOf(textTable([row], tableColumns, names))) as string[][];
    expect(head).toEqual(tableColumns.map((column) => names[column]));
    const cell = (column: (typeof tableColumns)[number]) => cells?.[tableColumns.indexOf(column)];
    expect(cell('summary')).toBe(row.summary);
    expect(cell('title')).toBe(`'${row.title}`);
    expect(cell('destination')).toBe('北京');
  });
});
