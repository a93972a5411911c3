import { type CivilDate, dateParts, later } from '@/lib/dates/civil';
import { formatDay } from '@/lib/dates/format';
import { formatNumber } from '@/lib/i18n/locale';
import type { CitationFormat } from '@/lib/incidents/record/cite';
import {
  bibEntry,
  bibText,
  bibUrl,
  cslDate,
  holder,
  oneLine,
  risDate,
  risEntry,
} from '@/lib/incidents/record/cite-formats';

/** What a citation of a selection names. Citations are in English in every language of the interface. */
export type CitedSelection = {
  datasets: { slug: string; title: string; codebookVersion: string; changedOn: CivilDate }[];
  /** Version of the vocabularies under which the records are shown. */
  codebookVersion: string;
  /** The filter in words, in English. */
  filter: string;
  /** Incidents in the selection that may be given away. */
  count: number;
  /** Incidents that the filter keeps but that no file holds. */
  leftOut: number;
  synthetic: boolean;
  /** What it is held against in a figure of a comparison, where it is B and this A. */
  comparedWith?: { filter: string; count: number; leftOut: number };
  /** Absolute address of the selection. */
  url: string;
  readOn: CivilDate;
};

/** The citation of a selection in each format. */
export type Citations = Record<CitationFormat, string>;

/** A selection in all formats. Pure. */
export function citeSelection(cited: CitedSelection): Citations {
  return { text: asText(cited), bibtex: asBibtex(cited), ris: asRis(cited), csl: asCsl(cited) };
}

/** The day of the newest data: the last change of a record of the selection; the day of reading when there is none. */
export function dataDate({ datasets, readOn }: Pick<CitedSelection, 'datasets' | 'readOn'>): CivilDate {
  const days = datasets.map(({ changedOn }) => changedOn);
  return days.length === 0 ? readOn : days.reduce(later);
}

/** The data sets by title: "A; B". */
function titles({ datasets }: CitedSelection): string {
  return datasets.length === 0 ? 'no data set' : datasets.map(({ title }) => oneLine(title)).join('; ');
}

/** How many incidents there are: "n = 1,204 incidents". */
function countWords({ count }: Pick<CitedSelection, 'count'>): string {
  return `n = ${formatNumber(count, 'en')} ${count === 1 ? 'incident' : 'incidents'}`;
}

/** The version: "codebook 2026.1, data of 5 Nov 2026". */
function versionWords(cited: CitedSelection): string {
  return `codebook ${cited.codebookVersion}, data of ${formatDay(dataDate(cited), 'en')}`;
}

function title(cited: CitedSelection): string {
  const { filter, comparedWith } = cited;
  const named = comparedWith
    ? `B: ${oneLine(filter)}, compared with A: ${oneLine(comparedWith.filter)}`
    : oneLine(filter);
  return `${titles(cited)}: ${named}`;
}

/** What every format carries beside its fields. */
function remarks(cited: CitedSelection): string {
  const { synthetic, comparedWith } = cited;
  const kept = (of: Pick<CitedSelection, 'filter' | 'count'>) => `${oneLine(of.filter)}; ${countWords(of)}`;
  const leftOut = ({ leftOut }: Pick<CitedSelection, 'leftOut'>, filter: string) =>
    leftOut > 0
      ? `${formatNumber(leftOut, 'en')} more that ${filter} keeps are of data sets that may not be given away and are not counted.`
      : '';
  return [
    ...(comparedWith
      ? [
          `Filter of B: ${kept(cited)}; compared with filter of A: ${kept(comparedWith)}.`,
          leftOut(cited, 'the filter of B'),
          leftOut(comparedWith, 'the filter of A'),
        ]
      : [`Filter: ${kept(cited)}.`, leftOut(cited, 'the filter')]),
    synthetic ? 'Synthetic data: some or all records are made up for demonstration.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function asText(cited: CitedSelection): string {
  const { year } = dateParts(dataDate(cited));
  return [
    `${holder} (${year}). ${titles(cited)} [data set], ${versionWords(cited)}.`,
    `${remarks(cited)} ${cited.url} (read ${formatDay(cited.readOn, 'en')}).`,
  ].join(' ');
}

function asBibtex(cited: CitedSelection): string {
  const { year, month } = dateParts(dataDate(cited));
  const entry = bibEntry('misc', keyOf(cited), [
    ['author', `{${bibText(holder)}}`],
    ['title', `{${bibText(title(cited))}}`],
    ['year', String(year)],
    ['month', String(month)],
    ['howpublished', bibText(`${titles(cited)} [data set]`)],
    ['version', bibText(versionWords(cited))],
    ['url', bibUrl(cited.url)],
    ['urldate', cited.readOn],
    ['note', bibText(remarks(cited))],
  ]);
  return `${entry}\n`;
}

function asRis(cited: CitedSelection): string {
  return risEntry([
    ['TY', 'DATA'],
    ['ID', keyOf(cited)],
    ['AU', holder],
    ['TI', title(cited)],
    ['T2', titles(cited)],
    ['ET', versionWords(cited)],
    ['PY', dataDate(cited).slice(0, 4)],
    ['DA', risDate(dataDate(cited))],
    ['UR', cited.url],
    ['Y2', risDate(cited.readOn)],
    ['N1', remarks(cited)],
  ]);
}

function asCsl(cited: CitedSelection): string {
  const item = {
    id: keyOf(cited),
    type: 'dataset',
    title: title(cited),
    author: [{ literal: holder }],
    'container-title': titles(cited),
    version: versionWords(cited),
    issued: cslDate(dataDate(cited)),
    accessed: cslDate(cited.readOn),
    URL: cited.url,
    note: remarks(cited),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** A key that tells selections apart: the same for the same address (FNV-1a). */
function keyOf({ url, datasets }: CitedSelection): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < url.length; i++) value = Math.imul(value ^ url.charCodeAt(i), 0x01000193) >>> 0;
  const [first] = datasets;
  return `${holder.toLowerCase()}-${first && datasets.length === 1 ? first.slug : 'selection'}-${value.toString(36)}`;
}

/** The citation for programs that read the Citation File Format 1.2.0 (YAML; texts written as JSON strings). */
export function citationCff(cited: CitedSelection): string {
  const text = (value: string) => JSON.stringify(oneLine(value));
  return [
    'cff-version: 1.2.0',
    'type: dataset',
    `message: ${text('Please cite these records as below.')}`,
    `title: ${text(title(cited))}`,
    'authors:',
    `  - name: ${text(holder)}`,
    `version: ${text(versionWords(cited))}`,
    `date-released: ${dataDate(cited)}`,
    `url: ${text(cited.url)}`,
    `abstract: ${text(`${remarks(cited)} Read on ${cited.readOn}.`)}`,
    '',
  ].join('\n');
}
