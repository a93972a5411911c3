import { datasetId, incidentId, incidentRef } from '@/lib/ids';
import { type DemoResponse, drawForms, drawResponses } from './acts';
import { type DemoBurst, demoBursts, drawBurstDay, shareOfBursts } from './bursts';
import { type DemoCalendar, type DemoPeriod, demoCalendar, drawDay, drawSpan } from './calendar';
import { type Coded, type DemoClaim, drawClaims } from './claims';
import { type DemoDirective, drawDirectives } from './directives';
import { type DemoPlace, type DemoPlaces, demoPlaces, drawCounty, drawDestination, drawSpot } from './places';
import { draw, type Random, randomOf, weighted } from './random';
import { drawSize } from './sizes';
import { type DemoSources, demoSources, sourceAfter } from './sources';
import { drawSubject } from './subjects';
import { summaryOf, titleOf, titleZhOf } from './titles';

/** Slug and prefix of the demo data set. */
export const demoSlug = 'demo';
export const demoPrefix = 'demo';

/** A row of `incidents` of the demo set. */
export type DemoIncident = {
  id: string;
  ref: string;
  dataset_id: string;
  external_id: string;
  title: string;
  title_zh: string | null;
  summary: string;
  type: string;
  source_category: string | null;
  starts_on: string;
  ends_on: string;
  date_precision: string;
  day_part: string | null;
  place_id: string;
  place_precision: string;
  destination_place_id: string | null;
  latitude: number | null;
  longitude: number | null;
  size_min: number | null;
  size_max: number | null;
  size_approx: boolean;
  size_text: string | null;
  issues: string[];
  groups: string[];
  forms: string[];
  targets: string[];
  coding_note: string | null;
  status: string;
};

/** One incident with all that hangs on it. */
export type DemoRecord = {
  incident: DemoIncident;
  responses: DemoResponse[];
  claims: DemoClaim[];
  directives: (DemoDirective & { claims: DemoClaim[] })[];
};

/** Everything that the incidents of one seed are drawn from. */
export type DemoWorld = {
  seed: number;
  calendar: DemoCalendar;
  places: DemoPlaces;
  bursts: readonly DemoBurst[];
  sources: DemoSources;
};

/** Prepares what all incidents of a seed have in common. */
export function demoWorld(
  seed: number,
  places: readonly DemoPlace[],
  periods: readonly DemoPeriod[],
): DemoWorld {
  const prepared = demoPlaces(places, seed);
  return {
    seed,
    calendar: demoCalendar(periods),
    places: prepared,
    bursts: demoBursts(seed, prepared.ranges.length),
    sources: demoSources(seed),
  };
}

const dataset = datasetId(demoSlug);

/** The external id of an incident by its number, from 1: eight digits. */
export const demoName = (number: number): string => String(number).padStart(8, '0');

const statuses = weighted([
  ['published', 98],
  ['draft', 0.8],
  ['in-review', 0.7],
  ['withdrawn', 0.5],
]);
const categories = [
  '群体性事件',
  '涉访事件',
  '劳资纠纷',
  '网络舆情',
  'Category A (invented)',
  'Category B (invented)',
];
const dayParts = ['morning', 'morning', 'afternoon', 'afternoon', 'evening', 'night'] as const;

/**
 * Incident `number` (from 1) of a world. It depends on the seed and the number alone, so that a larger set begins
 * with the smaller one.
 */
export function demoRecord(world: DemoWorld, number: number): DemoRecord {
  const random = randomOf(world.seed, number);
  const { day, near, issue, county } = drawOccasion(random, world);
  const span = drawSpan(random, day);
  const subject = drawSubject(random, { day, near, issue });
  const spot = drawSpot(random, county, world.places);
  const far = subject.type === 'petition' && random.chance(near === 'two-sessions' ? 0.6 : 0.2);
  const forms = drawForms(random, subject.type, far);
  const size = drawSize(random, actOf(subject.type, forms));
  const responses = drawResponses(random, subject.type);
  const parts = { ...subject, forms, place: spot.place };
  const name = demoName(number);
  const incident: DemoIncident = {
    id: incidentId(dataset, name),
    ref: incidentRef(demoPrefix, name),
    dataset_id: dataset,
    external_id: name,
    title: titleOf(random, parts),
    title_zh: titleZhOf(random, parts),
    summary: summaryOf(
      parts,
      size.sizeText,
      responses.map(({ kind }) => kind),
    ),
    type: subject.type,
    source_category: random.chance(0.35) ? random.pick(categories) : null,
    starts_on: span.startsOn,
    ends_on: span.endsOn,
    date_precision: span.datePrecision,
    day_part: span.datePrecision === 'day' && random.chance(0.35) ? random.pick(dayParts) : null,
    place_id: spot.place.id,
    place_precision: spot.precision,
    destination_place_id:
      subject.type === 'petition' ? drawDestination(random, spot.place, world.places, far) : null,
    latitude: spot.latitude,
    longitude: spot.longitude,
    size_min: size.sizeMin,
    size_max: size.sizeMax,
    size_approx: size.sizeApprox,
    size_text: size.sizeText,
    issues: subject.issues,
    groups: subject.groups,
    forms,
    targets: subject.targets,
    coding_note: random.chance(0.04) ? 'Made up: the invented source is not clear on this.' : null,
    status: draw(random, statuses),
  };
  const toSource = () => sourceAfter(random, world.sources, span.endsOn);
  const claims = drawClaims(random, codedOf(incident), toSource);
  const directives = drawDirectives(random, {
    number,
    name,
    startsOn: span.startsOn,
    place: spot.place,
    issue: subject.issues[0] ?? null,
  }).map((directive) => ({
    ...directive,
    claims: drawClaims(
      random,
      [
        { field: 'issuerOffice', value: directive.issuer_office },
        ...directive.orders.map((value) => ({ field: 'orders', value })),
      ],
      toSource,
    ),
  }));
  return { incident, responses, claims, directives };
}

type Occasion = { day: string; near: string | null; issue: string | null; county: DemoPlace };

/** When and where: one of the bursts, or any day and county. */
function drawOccasion(random: Random, { calendar, places, bursts }: DemoWorld): Occasion {
  if (random.chance(shareOfBursts)) {
    const burst = random.pick(bursts);
    const county = drawCounty(random, places, burst.province);
    return { day: drawBurstDay(random, burst), near: null, issue: burst.issue, county };
  }
  return { ...drawDay(random, calendar), issue: null, county: drawCounty(random, places) };
}

/** Whether an act takes one person, several, or any number; a petition and a post need no company. */
function actOf(type: string, forms: readonly string[]): 'one' | 'several' | 'any' {
  if (forms.includes('individual-petition') && !forms.includes('collective-petition')) return 'one';
  const alone = type === 'petition' || type === 'online-speech' || type === 'public-opinion';
  return alone && !forms.includes('collective-petition') ? 'any' : 'several';
}

/** The values of an incident that evidence can be given for, as claims name and write them. */
function codedOf(incident: DemoIncident): Coded[] {
  const coded: Coded[] = [
    { field: 'type', value: incident.type },
    { field: 'startsOn', value: incident.starts_on },
    { field: 'placeId', value: incident.place_id },
  ];
  if (incident.size_min !== null) coded.push({ field: 'sizeMin', value: String(incident.size_min) });
  if (incident.issues[0]) coded.push({ field: 'issues', value: incident.issues[0] });
  if (incident.forms[0]) coded.push({ field: 'forms', value: incident.forms[0] });
  return coded;
}
