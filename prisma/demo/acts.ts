import { storedCodesOf } from '@/lib/codebook/vocabularies';
import { drawSeveral, type Random, type Weighted, weighted } from './random';

/** One response of the demo set, as `responses` holds it. */
export type DemoResponse = {
  kind: string;
  count: number | null;
  duration_days: number | null;
  size_text: string | null;
};

type Shares = Record<string, number>;

const formShares: Record<string, Shares> = {
  'mass-incident': {
    gathering: 12,
    march: 3,
    occupation: 4,
    banner: 4,
    blockade: 5,
    clash: 2,
    'property-damage': 1,
    boycott: 1,
    'hunger-strike': 0.5,
    'joint-letter': 1,
  },
  petition: {
    'collective-petition': 8,
    'individual-petition': 4,
    'higher-level-petition': 4,
    'joint-letter': 2,
    lawsuit: 1,
    gathering: 1,
  },
  strike: { strike: 12, gathering: 2, blockade: 1, march: 1 },
  'online-speech': { 'online-post': 10, 'online-action': 3 },
  'public-opinion': { 'online-post': 3, 'online-action': 2, gathering: 1 },
};

const responseShares: Record<string, Shares> = {
  petition: {
    accepted: 4,
    refused: 3,
    transferred: 3,
    intercepted: 4,
    replied: 3,
    closed: 2,
    surveillance: 2,
  },
  'online-speech': {
    'account-closed': 4,
    'post-removed': 6,
    warning: 3,
    'guarantee-statement': 2,
    'administrative-penalty': 2,
    detention: 2,
    'media-order': 1,
    'network-cut': 0.5,
  },
  'public-opinion': {
    statement: 5,
    'media-order': 4,
    'post-removed': 3,
    'official-disciplined': 2,
    meeting: 1,
  },
};

const anyResponse: Shares = {
  statement: 3,
  meeting: 5,
  mediation: 4,
  'partial-concession': 3,
  'full-concession': 1,
  ignored: 2,
  release: 0.7,
  'police-presence': 7,
  dispersal: 5,
  detention: 4,
  arrest: 1.5,
  force: 1.5,
  'lethal-force': 0.15,
  prosecution: 0.7,
  curfew: 0.2,
  warning: 2,
};

const formTables = tables(formShares, { gathering: 4, other: 4, banner: 1 }, storedCodesOf('form'));
const responseTables = tables(responseShares, anyResponse, storedCodesOf('response'));

/** What participants did; an event of public opinion mostly has no participants. Empty = unknown. */
export function drawForms(random: Random, type: string, far: boolean): string[] {
  if (random.chance(type === 'public-opinion' ? 0.7 : 0.05)) return [];
  const forms = drawSeveral(random, tableOf(formTables, type), random.chance(0.25) ? 2 : 1);
  if (type === 'petition' && far && !forms.includes('higher-level-petition'))
    return ['higher-level-petition', ...forms.slice(0, 1)];
  return forms;
}

/** What authorities did: nothing recorded for about two in five. */
export function drawResponses(random: Random, type: string): DemoResponse[] {
  if (random.chance(0.4)) return [];
  const count = random.chance(0.3) ? random.whole(2, 4) : 1;
  return drawSeveral(random, tableOf(responseTables, type), count).map((kind) => responseOf(random, kind));
}

const counted = new Set([
  'detention',
  'arrest',
  'release',
  'post-removed',
  'account-closed',
  'police-presence',
]);
const lasting = new Set(['detention', 'surveillance', 'curfew', 'network-cut', 'administrative-penalty']);

function responseOf(random: Random, kind: string): DemoResponse {
  const count =
    counted.has(kind) && random.chance(0.5) ? random.whole(1, kind === 'police-presence' ? 200 : 20) : null;
  const durationDays = lasting.has(kind) && random.chance(0.5) ? random.whole(1, 15) : null;
  const words = [
    ...(count === null ? [] : [`about ${count}`]),
    ...(durationDays === null ? [] : [`${durationDays} ${durationDays === 1 ? 'day' : 'days'}`]),
  ];
  return {
    kind,
    count,
    duration_days: durationDays,
    size_text: words.length > 0 ? words.join(', ') : null,
  };
}

type Tables = { own: Map<string, Weighted<string>>; rest: Weighted<string> };

function tables(own: Record<string, Shares>, rest: Shares, codes: readonly string[]): Tables {
  const table = (shares: Shares) =>
    weighted(codes.map((code) => [code, (shares[code] ?? 0) + 0.08] as const));
  return {
    own: new Map(Object.entries(own).map(([type, shares]) => [type, table(shares)])),
    rest: table(rest),
  };
}

const tableOf = ({ own, rest }: Tables, type: string) => own.get(type) ?? rest;
