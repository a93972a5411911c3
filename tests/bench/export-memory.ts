import { publicViewer } from '@/lib/auth/viewer';
import type { OpenSnapshot } from '@/lib/db/query';
import { defaultView } from '@/lib/explore/view';
import type { ExportAbout } from '@/lib/exports/about';
import { openGate } from '@/lib/exports/care/gate';
import type { RecordsToWrite } from '@/lib/exports/incidents';
import { xlsxPieces } from '@/lib/exports/incidents-workbook';
import { packagePieces } from '@/lib/exports/package/files';
import type { ExportedIncident } from '@/lib/incidents/packed';
import { noFilters } from '@/lib/incidents/selection';

/**
 * What the large formats need in memory: writes so many made-up incidents (100,000 unless said) as XLSX and as a
 * package, with six claims and two responses each, and tells the highest memory of the process meanwhile. Needs no database.
 *
 *   node --conditions=react-server --import tsx tests/bench/export-memory.ts [incidents]
 */
const count = Number(process.argv[2] ?? 100_000);
const batch = 1_000;

function* batches<Row>(total: number, row: (index: number) => Row): Generator<Row[]> {
  for (let from = 0; from < total; from += batch)
    yield Array.from({ length: Math.min(batch, total - from) }, (_, i) => row(from + i));
}

async function* slowly<Row>(all: Iterable<Row[]>): AsyncGenerator<Row[]> {
  for (const rows of all) {
    await new Promise(setImmediate);
    yield rows;
  }
}

const summary = 'Workers of a plant gather at the gate and ask for wages of several months. 工人聚集讨薪。 ';

function incident(index: number): ExportedIncident {
  return {
    id: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
    ref: `demo-${index}`,
    dataset: 'demo',
    synthetic: true,
    externalId: String(index).padStart(8, '0'),
    title: `Workers ask for wages in case ${index}`,
    titleZh: `第${index}起工人讨薪`,
    summary: summary.repeat(4),
    type: 'mass-incident',
    sourceCategory: null,
    startsOn: '2019-09-13',
    endsOn: '2019-09-13',
    datePrecision: 'day',
    dayPart: null,
    placeId: '440883',
    placePrecision: 'county',
    destinationPlaceId: null,
    latitude: null,
    pointPublic: false,
    longitude: null,
    sizeMin: 10 + (index % 900),
    sizeMax: null,
    sizeApprox: false,
    sizeText: 'over 60',
    issues: ['wage-arrears', 'labour'],
    groups: ['workers'],
    forms: ['gathering', 'banner'],
    targets: ['private-firm'],
    responses: ['police-presence', 'mediation'],
    directives: [`demo-d-${index % 5_000}`],
    orders: ['stability-control'],
    offices: ['mayor'],
    sources: [{ ref: `source-${index % 400}` }],
    codingNote: null,
    status: 'published',
    version: 1,
    extra: null,
  };
}

const directive = (index: number) => ({
  ref: `demo-d-${index}`,
  dataset: 'demo',
  synthetic: true,
  kind: 'incident-note',
  title: `Order ${index}`,
  titleZh: null,
  summary,
  issuerOffice: 'mayor',
  issuerText: null,
  issuerPlaceId: '440800',
  addressees: [],
  orders: ['stability-control'],
  issuedFrom: '2019-09-14',
  issuedTo: '2019-09-14',
  issuedPrecision: 'day',
  incidents: Array.from({ length: 20 }, (_, i) => `demo-${index + i * 5_000}`),
  sources: [],
  codingNote: null,
  status: 'published',
  version: 1,
});

const response = (index: number) => ({
  incident: `demo-${Math.floor(index / 2)}`,
  ordinal: 1 + (index % 2),
  kind: 'mediation',
  count: null,
  durationDays: null,
  sizeText: null,
});

const source = (index: number) => ({
  ref: `source-${index}`,
  outlet: 'Daily',
  headline: 'A report',
  headlineZh: null,
  publishedOn: '2019-09-14',
  url: null,
  archiveUrl: null,
  kind: 'news-report',
  language: 'en',
  sha256: null,
  note: null,
});

const claim = (index: number) => ({
  kind: 'incident',
  record: `demo-${Math.floor(index / 6)}`,
  ordinal: 1 + (index % 6),
  field: 'startsOn',
  value: '2019-09-13',
  printed: 'on 13 September',
  source: `source-${index % 400}`,
  locator: '¶4',
  basis: 'stated',
  followed: true,
  note: null,
});

/** A snapshot that answers with made-up rows, in the order in which a package asks for them. */
function madeUpSnapshot(): OpenSnapshot {
  const answers: Iterable<unknown[]>[] = [
    batches(5_000, directive),
    batches(count * 2, response),
    batches(400, source),
    batches(count * 6, claim),
    [],
  ];
  return {
    query: async () => [],
    stream: <Row>() => slowly((answers.shift() ?? []) as Iterable<Row[]>),
    close: async () => {},
  };
}

function write(db: OpenSnapshot): RecordsToWrite {
  const gate = openGate(db, publicViewer);
  const about: ExportAbout = {
    locale: 'en',
    counts: { kept: count, exported: count, leftOut: 0, synthetic: count, pointsKept: 0 },
    filters: noFilters,
    filter: 'All records',
    filterEn: 'All records',
    query: '',
    page: 'http://localhost/',
    datasets: [],
    withheld: [],
    madeOn: '2026-11-25',
    codebookVersion: '2026.1',
  };
  const known = { dataset: () => true, place: () => true, source: () => true };
  return {
    about,
    options: { values: 'both', bom: false },
    rows: gate.pass('incidents', slowly(batches(count, incident))),
    gate,
    wanted: {
      selection: { filters: noFilters, view: defaultView },
      reference: { places: new Map(), datasets: [], sources: new Map(), known },
      viewer: publicViewer,
      locale: 'en',
      origin: 'http://localhost',
    },
  };
}

async function measure(name: string, pieces: AsyncGenerator<Uint8Array>): Promise<void> {
  const began = performance.now();
  let bytes = 0;
  let highest = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    highest = Math.max(highest, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - began) / 1000;
  const mb = (value: number) => (value / 1024 / 1024).toFixed(0);
  console.log(
    `${name}: ${count} incidents, ${mb(bytes)} MB in ${seconds.toFixed(1)} s, memory ${mb(highest)} MB at most`,
  );
}

console.log(`before: ${(process.memoryUsage.rss() / 1024 / 1024).toFixed(0)} MB`);
await measure('XLSX', xlsxPieces(write(madeUpSnapshot())));
const db = madeUpSnapshot();
await measure('package', packagePieces(db, write(db)));
