import { storedCodesOf, termLabel } from '@/lib/codebook/vocabularies';
import { addDays, type CivilDate, earlier } from '@/lib/dates/civil';
import { type DatePrecision, periodEnd, periodStart } from '@/lib/dates/periods';
import { recordId } from '@/lib/ids';
import { demoCoverage } from './calendar';
import type { DemoPlace } from './places';
import { draw, drawSeveral, type Random, weighted } from './random';

/** A directive of the demo set: its row of `directives`, and the incidents (by number) that it is about. */
export type DemoDirective = {
  id: string;
  ref: string;
  kind: 'incident-note' | 'policy-document';
  title: string;
  title_zh: string | null;
  summary: string;
  issuer_office: string;
  issuer_text: string | null;
  issuer_place_id: string | null;
  addressees: string[];
  orders: string[];
  issued_from: CivilDate | null;
  issued_to: CivilDate | null;
  issued_precision: DatePrecision | null;
  coding_note: string | null;
  status: string;
  incidents: number[];
};

/** The incident that a directive comes with. */
export type DirectiveOccasion = {
  number: number;
  name: string;
  startsOn: CivilDate;
  place: DemoPlace;
  issue: string | null;
};

const orders = weighted(
  storedCodesOf('order').map((code, index) => [code, code === 'other' ? 0.5 : 1 + 8 / (index + 2)] as const),
);
const offices = weighted(
  storedCodesOf('office').map((code) => [code, code === 'bureau' || code === 'not-named' ? 3 : 2] as const),
);
const precisions = weighted<DatePrecision>([
  ['day', 75],
  ['days', 5],
  ['week', 6],
  ['month', 10],
  ['quarter', 2],
  ['year', 2],
]);

const addressees = [
  'Example Office (synthetic)',
  'Sample Bureau of Letters, first desk (synthetic)',
  'Placeholder Committee (synthetic)',
  'Imaginary Centre for Opinion (synthetic)',
];

/** How many incidents there are to one policy document. */
const incidentsToDocument = 250;

/** The directives that come with an incident: a note on about 8 in 100, and now and then a policy document. */
export function drawDirectives(random: Random, occasion: DirectiveOccasion): DemoDirective[] {
  const made: DemoDirective[] = [];
  if (random.chance(0.08)) made.push(noteOn(random, occasion));
  if (occasion.number % incidentsToDocument === 0) made.push(documentOf(random, occasion));
  return made;
}

/** A note on the incident, and sometimes on the one before it as well. */
function noteOn(random: Random, occasion: DirectiveOccasion): DemoDirective {
  const { number, name, place, issue } = occasion;
  const both = number > 1 && random.chance(0.1);
  return {
    ...common(random, occasion, `demo-d-${name}`),
    kind: 'incident-note',
    title: `Note on ${issue ? termLabel('issue', issue, 'en').toLowerCase() : 'an incident'} in ${place.nameEn} (synthetic)`,
    title_zh: random.chance(0.7)
      ? `关于${place.nameZh}${issue ? termLabel('issue', issue, 'zh') : '一起事件'}的批示（虚构）`
      : null,
    incidents: both ? [number, number - 1] : [number],
  };
}

function documentOf(random: Random, occasion: DirectiveOccasion): DemoDirective {
  const { name, place } = occasion;
  return {
    ...common(random, occasion, `demo-p-${name}`),
    kind: 'policy-document',
    title: `Work plan of ${place.nameEn} (synthetic)`,
    title_zh: random.chance(0.7) ? `${place.nameZh}工作方案（虚构）` : null,
    incidents: [],
  };
}

function common(random: Random, { startsOn, place }: DirectiveOccasion, ref: string) {
  const demanded = random.chance(0.04) ? [] : drawSeveral(random, orders, random.whole(1, 4));
  const words = demanded.map((code) => termLabel('order', code, 'en').toLowerCase()).join(', ');
  const office = draw(random, offices);
  return {
    id: recordId('directive', ref),
    ref,
    summary: `Made up for demonstration; nobody ordered this. ${words ? `Asked for: ${words}.` : 'What was asked for is not said.'}`,
    issuer_office: office,
    issuer_text: office === 'bureau' ? `Example Bureau of ${place.nameEn} (synthetic)` : null,
    issuer_place_id: random.chance(0.1) ? null : place.id,
    addressees: random.chance(0.5) ? [] : [random.pick(addressees)],
    orders: demanded,
    ...drawIssued(random, startsOn),
    coding_note: random.chance(0.1) ? 'Made up: the hand of the invented note is hard to read.' : null,
    status: random.chance(0.98) ? 'published' : random.pick(['draft', 'in-review', 'withdrawn']),
  };
}

type Issued = Pick<DemoDirective, 'issued_from' | 'issued_to' | 'issued_precision'>;

/** When it was issued: undated in a third of the cases, else soon after the incident began. */
function drawIssued(random: Random, startsOn: CivilDate): Issued {
  if (random.chance(0.35)) return { issued_from: null, issued_to: null, issued_precision: null };
  const day = earlier(addDays(startsOn, random.whole(0, 5)), demoCoverage.to);
  const precision = draw(random, precisions);
  if (precision !== 'days')
    return {
      issued_from: periodStart(day, precision),
      issued_to: periodEnd(day, precision),
      issued_precision: precision,
    };
  return { issued_from: day, issued_to: addDays(day, random.whole(1, 4)), issued_precision: precision };
}
