import { type CivilDate, dateParts } from '@/lib/dates/civil';
import { formatDay } from '@/lib/dates/format';
import { bibEntry, bibText, bibUrl, cslDate, holder, oneLine, risDate, risEntry } from './cite-formats';

/** What a citation names. Citations are in English in every language of the interface, so that all are alike. */
export type Citable = {
  ref: string;
  title: string;
  version: number;
  /** Day of the last change of the record. */
  changedOn: CivilDate;
  /** Title of the data set. */
  dataset: string;
  /** Whether the data set is made up; then every citation says so. */
  synthetic: boolean;
  /** Absolute address of the record. */
  url: string;
  readOn: CivilDate;
  sources: CitedSource[];
};

/** A source that the record rests on. `headline` is in our own words. */
export type CitedSource = {
  ref: string;
  outlet: string;
  headline: string;
  publishedOn: CivilDate | null;
  url: string | null;
};

/** The formats of a citation, in the order in which they are offered. */
export const citationFormats = ['text', 'bibtex', 'ris', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Name, ending and media type of each format. */
export const citationFiles: Record<CitationFormat, { name: string; file: string; mediaType: string }> = {
  text: { name: 'Text', file: 'cite.txt', mediaType: 'text/plain; charset=utf-8' },
  bibtex: { name: 'BibTeX', file: 'cite.bib', mediaType: 'application/x-bibtex; charset=utf-8' },
  ris: { name: 'RIS', file: 'cite.ris', mediaType: 'application/x-research-info-systems; charset=utf-8' },
  csl: { name: 'CSL-JSON', file: 'cite.json', mediaType: 'application/json; charset=utf-8' },
};

/** The record, and the sources it rests on, in one of the formats. */
export function cite(record: Citable, format: CitationFormat): string {
  switch (format) {
    case 'text':
      return citeText(record);
    case 'bibtex':
      return citeBibtex(record);
    case 'ris':
      return citeRis(record);
    case 'csl':
      return citeCsl(record);
  }
}

const madeUp = 'Synthetic record: made up for demonstration.';

/** The source in words: "Epoch Times, 22 October 2020 (what it is about)". */
function sourceWords({ outlet, headline, publishedOn }: CitedSource): string {
  return `${outlet}, ${publishedOn ? formatDay(publishedOn, 'en') : 'undated'} (${headline})`;
}

/** What every format carries beside its fields. */
function remarks(record: Citable): string {
  const coded = record.sources.length > 0 ? `Coded from ${record.sources.map(sourceWords).join('; ')}.` : '';
  return [record.synthetic ? madeUp : '', coded].filter(Boolean).join(' ');
}

function citeText(record: Citable): string {
  const { year } = dateParts(record.changedOn);
  return [
    `${holder} (${year}). “${oneLine(record.title)}.” Record ${record.ref}, version ${record.version}`,
    `in ${oneLine(record.dataset)} [data set].`,
    `${record.url} (read ${formatDay(record.readOn, 'en')}).`,
    oneLine(remarks(record)),
  ]
    .filter(Boolean)
    .join(' ');
}

function citeBibtex(record: Citable): string {
  const { year, month } = dateParts(record.changedOn);
  const main = bibEntry('misc', record.ref, [
    ['author', `{${bibText(holder)}}`],
    ['title', `{${bibText(record.title)}}`],
    ['year', String(year)],
    ['month', String(month)],
    ['howpublished', bibText(`Record ${record.ref} in ${record.dataset} [data set]`)],
    ['version', String(record.version)],
    ['url', bibUrl(record.url)],
    ['urldate', record.readOn],
    ['note', bibText(remarks(record))],
  ]);
  const sources = record.sources.map((source) =>
    bibEntry('misc', source.ref, [
      ['author', `{${bibText(source.outlet)}}`],
      ['title', `{${bibText(`[${source.headline}]`)}}`],
      ['year', source.publishedOn?.slice(0, 4) ?? ''],
      ['date', source.publishedOn ?? ''],
      ['url', source.url ? bibUrl(source.url) : ''],
      ['note', 'Title in brackets: described, not printed'],
    ]),
  );
  return `${[main, ...sources].join('\n\n')}\n`;
}

function citeRis(record: Citable): string {
  const main = risEntry([
    ['TY', 'DATA'],
    ['ID', record.ref],
    ['AU', holder],
    ['TI', record.title],
    ['T2', record.dataset],
    ['ET', `version ${record.version}`],
    ['PY', record.changedOn.slice(0, 4)],
    ['DA', risDate(record.changedOn)],
    ['UR', record.url],
    ['Y2', risDate(record.readOn)],
    ['N1', remarks(record)],
  ]);
  const sources = record.sources.map((source) =>
    risEntry([
      ['TY', 'NEWS'],
      ['ID', source.ref],
      ['AU', source.outlet],
      ['TI', `[${source.headline}]`],
      ['T2', source.outlet],
      ['PY', source.publishedOn?.slice(0, 4) ?? ''],
      ['DA', source.publishedOn ? risDate(source.publishedOn) : ''],
      ['UR', source.url ?? ''],
      ['N1', 'Title in brackets: described, not printed'],
    ]),
  );
  return [main, ...sources].join('\r\n');
}

function citeCsl(record: Citable): string {
  const main = {
    id: record.ref,
    type: 'dataset',
    title: oneLine(record.title),
    author: [{ literal: holder }],
    'container-title': oneLine(record.dataset),
    number: record.ref,
    version: String(record.version),
    issued: cslDate(record.changedOn),
    accessed: cslDate(record.readOn),
    URL: record.url,
    ...(remarks(record) ? { note: oneLine(remarks(record)) } : {}),
  };
  const sources = record.sources.map((source) => ({
    id: source.ref,
    type: 'article-newspaper',
    title: `[${oneLine(source.headline)}]`,
    'container-title': source.outlet,
    ...(source.publishedOn ? { issued: cslDate(source.publishedOn) } : {}),
    ...(source.url ? { URL: source.url } : {}),
    note: 'Title in brackets: described, not printed',
  }));
  return `${JSON.stringify([main, ...sources], null, 2)}\n`;
}
