import { datasetId, incidentId, incidentRef, recordId } from '@/lib/ids';
import type { PlaceRow, PopulationRow } from './places';
import type {
  ClaimRow,
  DatasetRow,
  DirectiveSeed,
  FigureRow,
  IncidentSeed,
  PeriodRow,
  SourceRow,
} from './schema';

/** A row as its table takes it: column → value, dates as YYYY-MM-DD. */
export type TableRow = Record<string, unknown>;

const sourceId = (ref: string | null) => (ref === null ? null : recordId('source', ref));

/** The row of `places` for a place. */
export function placeTableRow(place: PlaceRow): TableRow {
  return {
    id: place.id,
    code: place.code,
    name_en: place.nameEn,
    name_zh: place.nameZh,
    level: place.level,
    parent_id: place.parentId,
    path: place.path,
    latitude: place.latitude,
    longitude: place.longitude,
    aliases: place.aliases,
    note: place.note,
  };
}

/** The row of `populations` for a population. */
export function populationTableRow(population: PopulationRow): TableRow {
  return {
    place_id: population.placeId,
    year: population.year,
    people: population.people,
    origin: population.origin,
    source_id: sourceId(population.sourceRef),
    preferred: population.preferred,
  };
}

/** The row of `datasets` for a data set. */
export function datasetTableRow(row: DatasetRow): TableRow {
  return {
    id: datasetId(row.slug),
    slug: row.slug,
    ref_prefix: row.refPrefix,
    title: row.title,
    title_zh: row.titleZh,
    description: row.description,
    origin: row.origin,
    licence: row.licence,
    redistributable: row.redistributable,
    citation: row.citation,
    coverage_place_id: row.coveragePlaceId,
    coverage_from: row.coverageFrom,
    coverage_to: row.coverageTo,
    coverage_note: row.coverageNote,
    codebook_version: row.codebookVersion,
  };
}

/** The row of `sources` for a source. */
export function sourceTableRow(row: SourceRow): TableRow {
  return {
    id: recordId('source', row.ref),
    ref: row.ref,
    outlet: row.outlet,
    headline: row.headline,
    headline_zh: row.headlineZh,
    published_on: row.publishedOn,
    url: row.url,
    archive_url: row.archiveUrl,
    kind: row.kind,
    language: row.language,
    text: row.text,
    sha256: row.sha256,
    note: row.note,
  };
}

/** The row of `incidents` for an incident of a data set with that prefix. */
export function incidentTableRow(row: IncidentSeed, refPrefix: string): TableRow & { id: string } {
  const dataset = datasetId(row.dataset);
  return {
    id: incidentId(dataset, row.externalId),
    ref: incidentRef(refPrefix, row.externalId),
    dataset_id: dataset,
    external_id: row.externalId,
    title: row.title,
    title_zh: row.titleZh,
    summary: row.summary,
    type: row.type,
    source_category: row.sourceCategory,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    date_precision: row.datePrecision,
    day_part: row.dayPart,
    place_id: row.placeId,
    place_precision: row.placePrecision,
    destination_place_id: row.destinationPlaceId,
    latitude: row.latitude,
    longitude: row.longitude,
    size_min: row.sizeMin,
    size_max: row.sizeMax,
    size_approx: row.sizeApprox,
    size_text: row.sizeText,
    issues: row.issues,
    groups: row.groups,
    forms: row.forms,
    targets: row.targets,
    coding_note: row.codingNote,
    status: row.status,
  };
}

/** The rows of `responses` for an incident. */
export function responseTableRows(row: IncidentSeed, incident: string): TableRow[] {
  return row.responses.map((response, index) => ({
    incident_id: incident,
    ordinal: index + 1,
    kind: response.kind,
    count: response.count,
    duration_days: response.durationDays,
    size_text: response.sizeText,
  }));
}

/** The rows of `claims` or `directive_claims`; `owner` names the record that they are about. */
export function claimTableRows(claims: readonly ClaimRow[], owner: TableRow): TableRow[] {
  return claims.map((claim, index) => ({
    ...owner,
    ordinal: index + 1,
    field: claim.field,
    value: claim.value,
    printed: claim.printed,
    source_id: sourceId(claim.source),
    locator: claim.locator,
    basis: claim.basis,
    followed: claim.followed,
    note: claim.note,
  }));
}

/** The row of `directives` for a directive. */
export function directiveTableRow(row: DirectiveSeed): TableRow & { id: string } {
  return {
    id: recordId('directive', row.ref),
    ref: row.ref,
    dataset_id: row.dataset === null ? null : datasetId(row.dataset),
    kind: row.kind,
    title: row.title,
    title_zh: row.titleZh,
    summary: row.summary,
    issuer_office: row.issuerOffice,
    issuer_text: row.issuerText,
    issuer_place_id: row.issuerPlaceId,
    addressees: row.addressees,
    orders: row.orders,
    issued_from: row.issuedFrom,
    issued_to: row.issuedTo,
    issued_precision: row.issuedPrecision,
    coding_note: row.codingNote,
    status: row.status,
  };
}

/** The row of `reported_figures` for a figure. */
export function figureTableRow(row: FigureRow): TableRow {
  return {
    id: recordId('figure', row.ref),
    ref: row.ref,
    dataset_id: row.dataset === null ? null : datasetId(row.dataset),
    metric: row.metric,
    label: row.label,
    label_zh: row.labelZh,
    value: row.value,
    bound: row.bound,
    unit: row.unit,
    place_id: row.placeId,
    from_day: row.from,
    to_day: row.to,
    printed: row.printed,
    source_id: sourceId(row.source),
    locator: row.locator,
  };
}

/** The row of `reference_periods` for a period. */
export function periodTableRow(row: PeriodRow): TableRow {
  return {
    id: row.id,
    name_en: row.nameEn,
    name_zh: row.nameZh,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    note: row.note,
    source_id: sourceId(row.source),
  };
}
