import { withNarrower } from '@/lib/codebook/vocabularies';
import { type Dimension, dimensionKeys, dimensions, none, unknown } from '@/lib/incidents/dimensions';
import { parseSearch } from '@/lib/incidents/search';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { dateSpan, startsSpan } from '@/lib/incidents/spans';
import type { Choice } from '@/lib/url/params';
import type { MadeDirective, MadeIncident } from '../factories/incidents';

/** What a second, independent reading of the rules needs to know. */
export type World = {
  directives: ReadonlyMap<string, MadeDirective>;
  /** Path of each place. */
  paths: ReadonlyMap<string, string>;
  dataset: string;
};

const classes = [1, 2, 10, 50, 100, 500, 1000, 2000, 5000, 10000];
const classCodes = [
  '1',
  '2-9',
  '10-49',
  '50-99',
  '100-499',
  '500-999',
  '1000-1999',
  '2000-4999',
  '5000-9999',
  '10000-plus',
];

/** Whether a filter keeps a made-up incident for the public, worked out in plain code from the rules of the codebook. */
export function matches(incident: MadeIncident, filters: IncidentFilters, world: World): boolean {
  const { from, to } = dateSpan(filters);
  const starts = filters.starts ? startsSpan(filters.starts) : null;
  const within = (first: string, last: string) => first >= from && last <= to;
  return (
    incident.status === 'published' &&
    dimensionKeys.every((key) => chosen(filters[key], codesIn(incident, key, world), key)) &&
    chosen(filters.dataset, [world.dataset], null) &&
    chosen(filters.source, [incident.source ?? unknown], null) &&
    chosen(filters.category, [incident.category ?? unknown], null) &&
    placed(filters.place, incident.placeId, incident.placePrecision === unknown, world) &&
    placed(filters.destination, incident.destination, incident.destination === null, world) &&
    (filters.match === 'certain'
      ? within(incident.startsOn, incident.endsOn)
      : incident.endsOn >= from && incident.startsOn <= to) &&
    (!starts || (incident.startsOn >= starts.from && incident.startsOn <= starts.to)) &&
    found(filters.q, incident, world)
  );
}

function codesIn(incident: MadeIncident, key: Dimension, world: World): string[] {
  const orUnknown = (codes: string[]) => (codes.length > 0 ? codes : [unknown]);
  const seen = published(incident, world);
  switch (key) {
    case 'type':
      return [incident.type];
    case 'precision':
      return [incident.datePrecision];
    case 'size':
      return [
        incident.sizeMin === null
          ? unknown
          : (classCodes[classes.findLastIndex((least) => least <= (incident.sizeMin ?? 0))] ?? ''),
      ];
    case 'issue':
      return orUnknown(incident.issues);
    case 'group':
      return orUnknown(incident.groups);
    case 'form':
      return orUnknown(incident.forms);
    case 'target':
      return orUnknown(incident.targets);
    case 'response':
      return orUnknown(incident.responses);
    case 'order':
      return seen.length > 0 ? seen.flatMap(({ orders }) => orUnknown(orders)) : [none];
    case 'directive':
      return [seen.length > 0 ? 'with' : 'without'];
    case 'status':
      return [incident.status];
    case 'office':
      return seen.length > 0 ? seen.map(({ office }) => office) : [none];
  }
}

const published = (incident: MadeIncident, { directives }: World) =>
  incident.directives
    .flatMap((id) => directives.get(id) ?? [])
    .filter(({ status }) => status === 'published');

function chosen({ any, not }: Choice, codes: string[], key: Dimension | null): boolean {
  const wide = (values: readonly string[]) =>
    key ? values.flatMap((code) => withNarrower(dimensions[key].vocabulary, code)) : [...values];
  return (
    (any.length === 0 || wide(any).some((code) => codes.includes(code))) &&
    !wide(not).some((code) => codes.includes(code))
  );
}

function placed({ any, not }: Choice, id: string | null, isUnknown: boolean, { paths }: World): boolean {
  const at = (value: string) => {
    if (value === unknown) return isUnknown;
    if (value.startsWith('@')) return id === value.slice(1);
    return (paths.get(id ?? '') ?? '').split('/').includes(value);
  };
  return (any.length === 0 || any.some(at)) && !not.some(at);
}

function found(text: string, incident: MadeIncident, world: World): boolean {
  const { all, none: excluded } = parseSearch(text);
  const texts = [
    `${incident.title}  ${incident.summary}`,
    ...published(incident, world).map(({ ref, summary }) => `${ref}  ${summary}`),
  ].map((one) => one.toLowerCase());
  const occurs = (phrase: string) => texts.some((one) => one.includes(phrase));
  return all.every(occurs) && !excluded.some(occurs);
}
