import 'server-only';
import type { OpenSnapshot } from '@/lib/db/query';
import { namesIn } from '@/lib/explore/reference';
import { citationOfExport } from '../about';
import { citationCff, citeSelection } from '../cite-selection';
import { exportedIncidentFields, incidentColumns } from '../incident-columns';
import type { RecordsToWrite } from '../incidents';
import {
  streamDirectiveClaims,
  streamDirectives,
  streamIncidentClaims,
  streamResponses,
  streamSources,
} from '../queries';
import { readmeMarkdown } from '../readme';
import { counted, csvTable } from '../table';
import { type ZipEntry, zipFile } from '../zip';
import { codebookCsv, codebookJson } from './codebook';
import {
  claimFields,
  exportedDirectiveFields,
  exportedSourceFields,
  packageColumns,
  responseFields,
} from './fields';
import { type Recorder, recorder } from './manifest';

/** The files of a package, in order. The manifest is the last, since it names what was written of the others. */
export const packageFiles = [
  'README.md',
  'incidents.csv',
  'directives.csv',
  'responses.csv',
  'sources.csv',
  'claims.csv',
  'codebook.csv',
  'codebook.json',
  'filter.json',
  'CITATION.cff',
  'citation.bib',
  'citation.ris',
  'citation.csl.json',
  'manifest.json',
] as const;
type PackageFile = (typeof packageFiles)[number];

/** Incidents with everything that belongs to them as one ZIP, in pieces, all from one snapshot. */
export function packagePieces(db: OpenSnapshot, write: RecordsToWrite): AsyncGenerator<Uint8Array> {
  const kept = recorder();
  const made: Record<PackageFile, ZipEntry> = {
    ...texts(kept, write),
    ...tables(kept, db, write),
    'manifest.json': { name: 'manifest.json', content: () => [manifest(kept, write)] },
  };
  return zipFile(
    packageFiles.map((name) => made[name]),
    new Date(),
  );
}

type Table = 'incidents.csv' | 'directives.csv' | 'responses.csv' | 'sources.csv' | 'claims.csv';

function tables(kept: Recorder, db: OpenSnapshot, { wanted, options, rows }: RecordsToWrite) {
  const { reference, locale, viewer, selection } = wanted;
  const { filters } = selection;
  const names = namesIn(reference, locale);
  const incidents = incidentColumns(names, locale, options.values);
  const columns = packageColumns(names, locale, options.values);
  const claims = async function* () {
    yield* streamIncidentClaims(db, filters, viewer);
    yield* streamDirectiveClaims(db, filters, viewer);
  };
  return {
    'incidents.csv': kept.file('incidents.csv', (tell) => csvTable(incidents, counted(rows, tell))),
    'directives.csv': kept.file('directives.csv', (tell) =>
      csvTable(columns.directives, counted(streamDirectives(db, filters, viewer), tell)),
    ),
    'responses.csv': kept.file('responses.csv', (tell) =>
      csvTable(columns.responses, counted(streamResponses(db, filters, viewer), tell)),
    ),
    'sources.csv': kept.file('sources.csv', (tell) =>
      csvTable(columns.sources, counted(streamSources(db, filters, viewer), tell)),
    ),
    'claims.csv': kept.file('claims.csv', (tell) => csvTable(columns.claims, counted(claims(), tell))),
  } satisfies Record<Table, ZipEntry>;
}

function texts(kept: Recorder, { about }: RecordsToWrite) {
  const cited = citationOfExport(about);
  const citations = citeSelection(cited);
  const fields = {
    'incidents.csv': exportedIncidentFields,
    'directives.csv': exportedDirectiveFields,
    'responses.csv': responseFields,
    'sources.csv': exportedSourceFields,
    'claims.csv': claimFields,
  };
  const text = (name: string, content: () => string) => kept.file(name, () => [content()]);
  return {
    'README.md': text('README.md', () => readmeMarkdown(about, citations.text, packageFiles)),
    'codebook.csv': kept.file('codebook.csv', (tell) => {
      const { text: csv, rows } = codebookCsv();
      tell(rows);
      return [csv];
    }),
    'codebook.json': text('codebook.json', () => codebookJson(fields)),
    'filter.json': text('filter.json', () => `${JSON.stringify(filterOf(about), null, 2)}\n`),
    'CITATION.cff': text('CITATION.cff', () => citationCff(cited)),
    'citation.bib': text('citation.bib', () => citations.bibtex),
    'citation.ris': text('citation.ris', () => citations.ris),
    'citation.csl.json': text('citation.csl.json', () => citations.csl),
  } satisfies Record<Exclude<PackageFile, Table | 'manifest.json'>, ZipEntry>;
}

function filterOf({ filters, query, page, filter, filterEn, counts }: RecordsToWrite['about']) {
  return {
    filter: filters,
    query,
    page,
    words: filter,
    wordsEn: filterEn,
    count: counts.exported,
    leftOut: counts.leftOut,
    pointsKept: counts.pointsKept,
  };
}

function manifest({ files }: Recorder, { about }: RecordsToWrite): string {
  const { counts, page, madeOn, codebookVersion } = about;
  const content = {
    package: 'daybook-incidents',
    version: 1,
    page,
    madeOn,
    codebook: codebookVersion,
    count: counts.exported,
    leftOut: counts.leftOut,
    pointsKept: counts.pointsKept,
    synthetic: counts.synthetic > 0,
    files,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
