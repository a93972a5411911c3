import { countingRules } from '@/lib/codebook/rules';
import type { Term, Vocabulary } from '@/lib/codebook/types';
import { codebookVersion, vocabularies } from '@/lib/codebook/vocabularies';
import type { Field } from '@/lib/fields/types';
import { csvLine } from '../csv';

const header = [
  'vocabulary',
  'vocabulary_en',
  'vocabulary_zh',
  'code',
  'label_en',
  'label_zh',
  'definition_en',
  'definition_zh',
  'example_en',
  'example_zh',
  'broader',
  'family',
  'stored',
];

/** Every term of every vocabulary as CSV, and how many they are. */
export function codebookCsv(): { text: string; rows: number } {
  const lines = Object.values(vocabularies).flatMap(({ name, label, terms }: Vocabulary) =>
    terms.map((term: Term) =>
      csvLine([
        name,
        label.en,
        label.zh,
        term.code,
        term.label.en,
        term.label.zh,
        term.definition.en,
        term.definition.zh,
        term.example.en,
        term.example.zh,
        term.parent ?? null,
        term.family ?? null,
        term.stored !== false,
      ]),
    ),
  );
  return { text: csvLine(header) + lines.join(''), rows: lines.length };
}

/** The vocabularies, the fields of each file, and the rules of counting, as JSON. */
export function codebookJson(files: Record<string, readonly Field[]>): string {
  const fields = Object.fromEntries(
    Object.entries(files).map(([file, list]) => [
      file,
      list.map(({ column, label, type, vocabulary, help }) => ({
        column,
        label,
        type,
        ...(vocabulary ? { vocabulary } : {}),
        help,
      })),
    ]),
  );
  return `${JSON.stringify({ version: codebookVersion, vocabularies, fields, rules: countingRules }, null, 2)}\n`;
}
