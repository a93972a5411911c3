import { countingRules } from '@/lib/codebook/rules';
import { formatDay } from '@/lib/dates/format';
import { formatNumber } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import type { ExportAbout } from './about';

/** One thing that a file says of itself. */
export type Fact = { label: string; lines: string[] };

/**
 * What every file of records says of itself, in order: what it is, filter, counts, data sets, licence, citation.
 * `textsHeld`: of how many texts numbers or addresses of persons are held back.
 */
export function factsOf(about: ExportAbout, citation: string, textsHeld: number): Fact[] {
  const { locale, counts } = about;
  const t = exportMessages[locale].files.readme;
  const number = (value: number) => formatNumber(value, locale);
  const titleOf = (dataset: ExportAbout['datasets'][number]) =>
    (locale === 'zh' ? dataset.titleZh : null) ?? dataset.title;
  return [
    { label: t.what, lines: [t.whatText] },
    {
      label: t.synthetic,
      lines: [
        counts.synthetic > 0
          ? t.syntheticText(number(counts.synthetic), number(counts.exported))
          : t.syntheticNone,
      ],
    },
    { label: t.filter, lines: [about.filter] },
    { label: t.count, lines: [number(counts.exported)] },
    {
      label: t.leftOut,
      lines: [counts.leftOut > 0 ? t.leftOutText(number(counts.leftOut)) : t.leftOutNone],
    },
    {
      label: t.points,
      lines: counts.pointsKept > 0 ? [t.pointsText(number(counts.pointsKept))] : [],
    },
    { label: t.texts, lines: textsHeld > 0 ? [t.textsText(number(textsHeld))] : [] },
    {
      label: t.datasets,
      lines: about.datasets.map(
        (dataset) =>
          `${t.dataset(titleOf(dataset), number(dataset.incidents))} (${dataset.slug}; ${t.codebook} ${dataset.codebookVersion}; ${t.dataOf(formatDay(dataset.changedOn, locale))})`,
      ),
    },
    {
      label: t.licence,
      lines: about.datasets.map((dataset) => `${titleOf(dataset)}: ${dataset.licence ?? t.noLicence}`),
    },
    { label: t.citation, lines: about.datasets.map((dataset) => dataset.citation) },
    { label: t.cite, lines: [citation] },
    { label: t.codebook, lines: [about.codebookVersion] },
    { label: t.made, lines: [formatDay(about.madeOn, locale)] },
    { label: t.address, lines: [about.page] },
    { label: t.reading, lines: [...t.readingLines] },
  ].filter(({ lines }) => lines.length > 0);
}

/** The README of a package (Markdown): the facts, the files, how Daybook counts, and how to check the files. */
export function readmeMarkdown(
  about: ExportAbout,
  citation: string,
  files: readonly string[],
  textsHeld: number,
): string {
  const { locale } = about;
  const t = exportMessages[locale].files.readme;
  const notes: Record<string, string> = t.fileNotes;
  const list = (lines: readonly string[]) =>
    lines.length === 1 ? plain(lines[0] ?? '') : lines.map((line) => `- ${plain(line)}`).join('\n');
  return [
    '# Daybook',
    ...factsOf(about, citation, textsHeld).map(({ label, lines }) => `## ${label}\n\n${list(lines)}`),
    `${t.formulas}`,
    `## ${t.files}\n\n${files.map((name) => `- \`${name}\`: ${notes[name] ?? ''}`).join('\n')}`,
    `## ${t.rules}\n\n${countingRules.map(({ id, text }) => `${id}. ${text[locale]}`).join('\n')}`,
    `## ${t.check}\n\n${t.checkText}`,
    '',
  ].join('\n\n');
}

/** Text that says in Markdown what it says plainly: marks of Markdown are escaped, line ends are blanks. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`);
}
