import 'server-only';
import type { OpenSnapshot } from '@/lib/db/query';
import { namesIn } from '@/lib/explore/reference';
import { citationOfExport } from '../about';
import { citationCff, citeSelection } from '../cite-selection';
import { exportedIncidentFields, incidentColumns } from '../incident-columns';
import type { RecordsToWrite } from '../incidents';
import {
  streamChanges,
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
  changeFields,
  claimFields,
  exportedDirectiveFields,
  exportedSourceFields,
  packageColumns,
  responseFields,
} from './fields';
import { type ManifestFile, type Recorder, recorder } from './manifest';

/** The files of a package, in the order in which it names them. */
const packageFiles = [
  'README.md',
  'incidents.csv',
  'directives.csv',
  'responses.csv',
  'sources.csv',
  'claims.csv',
  'CHANGES.csv',
  'codebook.csv',
  'codebook.json',
  'filter.json',
  'CITATION.cff',
  'citation.bib',
  'citation.ris',
  'citation.csl.json',
  'manifest.json',
  'manifest-sha256.txt',
] as const;
type PackageFile = (typeof packageFiles)[number];

/** The files of one package: what was changed is told only where a day is given from which on. */
export const filesOf = ({ since }: Pick<RecordsToWrite['options'], 'since'>): PackageFile[] =>
  packageFiles.filter((name) => name !== 'CHANGES.csv' || since !== undefined);

/** The same in the order in which they are written: the README says what was held back of the texts of the tables. */
export const writtenOrder = (options: Pick<RecordsToWrite['options'], 'since'>): PackageFile[] => {
  const isManifest = (name: PackageFile) => name.startsWith('manifest');
  const others = filesOf(options).filter((name) => name !== 'README.md');
  return [...others.filter((name) => !isManifest(name)), 'README.md', ...others.filter(isManifest)];
};

/** Incidents with everything that belongs to them as one ZIP, in pieces, all from one snapshot. */
export function packagePieces(db: OpenSnapshot, write: RecordsToWrite): AsyncGenerator<Uint8Array> {
  const kept = recorder();
  const made: Record<PackageFile, ZipEntry> = {
    ...texts(kept, write),
    ...tables(kept, db, write),
    'manifest.json': kept.file('manifest.json', () => [manifest(kept, write)]),
    'manifest-sha256.txt': { name: 'manifest-sha256.txt', content: () => [sums(kept)] },
  };
  return zipFile(
    writtenOrder(write.options).map((name) => made[name]),
    new Date(),
  );
}

type Table =
  | 'incidents.csv'
  | 'directives.csv'
  | 'responses.csv'
  | 'sources.csv'
  | 'claims.csv'
  | 'CHANGES.csv';

function tables(kept: Recorder, db: OpenSnapshot, { wanted, options, about, rows, gate }: RecordsToWrite) {
  const { reference, locale, viewer, selection } = wanted;
  const { filters } = selection;
  const { since = about.madeOn } = options;
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
      csvTable(
        columns.directives,
        counted(gate.pass('directives', streamDirectives(db, filters, viewer)), tell),
      ),
    ),
    'responses.csv': kept.file('responses.csv', (tell) =>
      csvTable(
        columns.responses,
        counted(gate.pass('responses', streamResponses(db, filters, viewer)), tell),
      ),
    ),
    'sources.csv': kept.file('sources.csv', (tell) =>
      csvTable(columns.sources, counted(gate.pass('sources', streamSources(db, filters, viewer)), tell)),
    ),
    'claims.csv': kept.file('claims.csv', (tell) =>
      csvTable(columns.claims, counted(gate.pass('claims', claims()), tell)),
    ),
    'CHANGES.csv': kept.file('CHANGES.csv', (tell) =>
      csvTable(columns.changes, counted(streamChanges(db, filters, viewer, since), tell)),
    ),
  } satisfies Record<Table, ZipEntry>;
}

function texts(kept: Recorder, { about, options, gate }: RecordsToWrite) {
  const cited = citationOfExport(about);
  const citations = citeSelection(cited);
  const fields = {
    'incidents.csv': exportedIncidentFields,
    'directives.csv': exportedDirectiveFields,
    'responses.csv': responseFields,
    'sources.csv': exportedSourceFields,
    'claims.csv': claimFields,
    ...(options.since === undefined ? {} : { 'CHANGES.csv': changeFields }),
  };
  const text = (name: string, content: () => string) => kept.file(name, () => [content()]);
  return {
    'README.md': text('README.md', () =>
      readmeMarkdown(about, citations.text, filesOf(options), gate.textsHeld()),
    ),
    'codebook.csv': kept.file('codebook.csv', (tell) => {
      const { text: csv, rows } = codebookCsv();
      tell(rows);
      return [csv];
    }),
    'codebook.json': text('codebook.json', () => codebookJson(fields)),
    'filter.json': text('filter.json', () => `${JSON.stringify(filterOf(about, gate), null, 2)}\n`),
    'CITATION.cff': text('CITATION.cff', () => citationCff(cited)),
    'citation.bib': text('citation.bib', () => citations.bibtex),
    'citation.ris': text('citation.ris', () => citations.ris),
    'citation.csl.json': text('citation.csl.json', () => citations.csl),
  } satisfies Record<Exclude<PackageFile, Table | 'manifest.json' | 'manifest-sha256.txt'>, ZipEntry>;
}

function filterOf(
  { filters, query, page, filter, filterEn, counts }: RecordsToWrite['about'],
  { textsHeld }: RecordsToWrite['gate'],
) {
  return {
    filter: filters,
    query,
    page,
    words: filter,
    wordsEn: filterEn,
    count: counts.exported,
    leftOut: counts.leftOut,
    pointsKept: counts.pointsKept,
    ...(textsHeld() > 0 ? { textsHeld: textsHeld() } : {}),
  };
}

/** The sums of all files but this one, in the form that `sha256sum -c` reads. */
const sums = ({ files }: Recorder): string =>
  inOrder(files)
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .join('');

/** What was written, in the order in which a package names its files. */
const inOrder = (files: readonly ManifestFile[]): ManifestFile[] =>
  packageFiles.flatMap((name) => files.filter((file) => file.name === name));

function manifest({ files }: Recorder, { about, options, gate }: RecordsToWrite): string {
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
    ...(gate.textsHeld() > 0 ? { textsHeld: gate.textsHeld() } : {}),
    synthetic: counts.synthetic > 0,
    ...(options.since === undefined ? {} : { changesSince: options.since }),
    files: inOrder(files),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
