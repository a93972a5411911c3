import { findTerm, storedCodesOf } from '@/lib/codebook/vocabularies';
import { dateParts } from '@/lib/dates/civil';
import { draw, drawSeveral, type Random, type Weighted, weighted } from './random';

/** What an incident was about, who took part and whom they addressed. All shares are invented. */
export type DemoSubject = { type: string; issues: string[]; groups: string[]; targets: string[] };

type Shares = Record<string, number>;

const allIssues = storedCodesOf('issue');

/** Weight of each issue; one that is not named gets 1. */
const issueShares: Shares = {
  labour: 4,
  'wage-arrears': 16,
  pay: 6,
  layoffs: 6,
  'social-insurance': 4,
  'working-conditions': 3,
  'pensions-benefits': 5,
  'land-housing': 3,
  'land-acquisition': 9,
  demolition: 6,
  'stalled-housing': 7,
  'building-quality': 3,
  'property-management': 5,
  'rent-business': 4,
  'finance-fraud': 6,
  'taxes-prices': 3,
  environment: 5,
  education: 3,
  health: 3,
  pandemic: 3,
  'police-conduct': 3,
  corruption: 3,
  'political-expression': 2,
  other: 3,
};

/** Issues that one type is nearly confined to; the other types draw from all. */
const ofType: Record<string, Shares> = {
  strike: {
    labour: 3,
    'wage-arrears': 8,
    pay: 7,
    layoffs: 4,
    'social-insurance': 3,
    'working-conditions': 3,
  },
  'online-speech': {
    'political-expression': 6,
    'police-conduct': 4,
    corruption: 3,
    pandemic: 3,
    'access-to-information': 3,
    gender: 2,
    'ethnicity-religion': 2,
    commemoration: 1,
    other: 1,
  },
  'public-opinion': {
    'campus-death': 4,
    health: 4,
    education: 3,
    'campus-conditions': 2,
    corruption: 3,
    'police-conduct': 3,
    environment: 2,
    pandemic: 2,
    gender: 1,
  },
};

/** Groups by issue; the issue of the broader level stands in where one is not named. */
const groupsOf: Record<string, Shares> = {
  labour: { workers: 8, drivers: 3, teachers: 1 },
  pay: { workers: 5, drivers: 4, teachers: 3 },
  'pensions-benefits': { workers: 3, teachers: 3, veterans: 1, residents: 2 },
  'land-housing': { villagers: 4, homeowners: 4, residents: 3 },
  'land-acquisition': { villagers: 9, residents: 1 },
  'stalled-housing': { homeowners: 9, investors: 1 },
  'rent-business': { 'store-owners': 8, drivers: 1 },
  'finance-fraud': { investors: 9, residents: 1 },
  'taxes-prices': { drivers: 4, 'store-owners': 4, residents: 2 },
  environment: { residents: 5, villagers: 5 },
  education: { parents: 6, students: 5, teachers: 3 },
  health: { 'patients-families': 8, residents: 1 },
  veterans: { veterans: 9, petitioners: 1 },
  'ethnicity-religion': { community: 9, students: 1 },
  'political-expression': { netizens: 5, students: 2, petitioners: 3 },
};

const anyGroup = weighted(storedCodesOf('group').map((code) => [code, code === 'other' ? 0.5 : 1] as const));

/** Targets by issue; as for the groups. */
const targetsOf: Record<string, Shares> = {
  labour: { 'private-firm': 6, 'state-firm': 3, company: 3, bureau: 2, 'county-government': 1 },
  'land-housing': { 'private-firm': 4, 'county-government': 3, bureau: 2, court: 1, company: 1 },
  'land-acquisition': {
    'township-government': 4,
    'county-government': 4,
    'village-committee': 4,
    government: 1,
  },
  'finance-fraud': { company: 4, police: 3, court: 2, 'provincial-government': 1 },
  environment: { 'county-government': 3, 'prefecture-government': 3, 'state-firm': 1, 'private-firm': 2 },
  education: { school: 7, bureau: 3 },
  health: { hospital: 8, bureau: 1 },
  'police-conduct': { police: 7, court: 3 },
  'elections-governance': { 'village-committee': 6, 'township-government': 3 },
  veterans: { 'central-government': 3, 'provincial-government': 3, bureau: 2 },
};

const anyTarget = weighted(
  storedCodesOf('target').map((code) => [code, code === 'other' ? 0.5 : 1] as const),
);

const types = weighted([
  ['mass-incident', 42],
  ['petition', 28],
  ['strike', 12],
  ['online-speech', 8],
  ['public-opinion', 7],
  ['other', 3],
]);

const groupTables = tables(groupsOf, anyGroup);
const targetTables = tables(targetsOf, anyTarget);

/** Issues by type and year: the pandemic has years of its own, finance and housing their decades. */
const issueTables = new Map<string, Weighted<string>>();

function issueTable(type: string, year: number): Weighted<string> {
  const key = `${type} ${year}`;
  const known = issueTables.get(key);
  if (known) return known;
  const shares = ofType[type];
  const made = weighted(
    allIssues.flatMap((code) => {
      const share = shares ? (shares[code] ?? 0) : (issueShares[code] ?? 1);
      return share > 0 ? [[code, share * ofYear(code, year)] as const] : [];
    }),
  );
  issueTables.set(key, made);
  return made;
}

function ofYear(issue: string, year: number): number {
  if (issue === 'pandemic') return year < 2020 ? 0 : year <= 2022 ? 4 : 0.3;
  if (issue === 'finance-fraud') return year >= 2014 && year <= 2019 ? 1.8 : 0.8;
  if (issue === 'stalled-housing') return year >= 2021 ? 2.5 : 0.7;
  if (issue === 'land-acquisition') return year <= 2014 ? 1.6 : 0.8;
  return 1;
}

/** What is fixed beforehand: by a burst (an issue), or by a reference period that the day lies in. */
export type DemoOccasion = { day: string; near: string | null; issue: string | null };

/** Draws type, issues, groups and targets. Empty lists stand for what is not known. */
export function drawSubject(random: Random, { day, near, issue }: DemoOccasion): DemoSubject {
  const marked = issue ?? occasionIssue(random, near);
  const type = near === 'two-sessions' && random.chance(0.25) ? 'petition' : drawType(random, marked);
  const first = marked ?? draw(random, issueTable(type, dateParts(day).year));
  const issues = marked === null && random.chance(0.06) ? [] : [first];
  if (issues.length > 0 && random.chance(0.18)) {
    const second = draw(random, issueTable(type, dateParts(day).year));
    if (second !== first) issues.push(second);
  }
  const broad = issues[0] ?? 'unknown';
  return {
    type,
    issues,
    groups: random.chance(0.1)
      ? []
      : drawSeveral(random, groupTables.get(broad) ?? anyGroup, random.chance(0.15) ? 2 : 1),
    targets: random.chance(0.18)
      ? []
      : drawSeveral(random, targetTables.get(broad) ?? anyTarget, random.chance(0.2) ? 2 : 1),
  };
}

/** A burst over an issue that strikes and mass incidents share has no cases of online speech in it. */
function drawType(random: Random, issue: string | null): string {
  if (issue === null) return draw(random, types);
  const type = draw(random, types);
  const shares = ofType[type];
  return shares && !(issue in shares) ? 'mass-incident' : type;
}

function occasionIssue(random: Random, near: string | null): string | null {
  if (near !== 'june-fourth') return null;
  if (random.chance(0.3)) return 'commemoration';
  return random.chance(0.25) ? 'political-expression' : null;
}

/** A table for each issue: its own, else that of the broader issue, else all, with a little of all mixed in. */
function tables(own: Record<string, Shares>, any: Weighted<string>): Map<string, Weighted<string>> {
  return new Map(
    allIssues.map((issue) => {
      const shares = own[issue] ?? own[findTerm('issue', issue)?.parent ?? ''];
      if (!shares) return [issue, any];
      const sum = Object.values(shares).reduce((total, share) => total + share, 0);
      const rest = (0.1 * sum) / any.items.length;
      return [issue, weighted(any.items.map((code) => [code, (shares[code] ?? 0) + rest] as const))];
    }),
  );
}
