import { each, table, type Values } from './tables';

/** How the project writes that there is nothing. */
const nothing: Values = each(['.', 'NA'], []);

/**
 * The seven demands. A land or farm issue may be about crops: `land-housing` is the nearest that is broad. The way
 * politics is made, and who is to go, are matters of governance. Social restrictions are of many kinds: `other`.
 */
const demands: Values = {
  'labor wage dispute': 'labour',
  'land farm issue': 'land-housing',
  'police brutality': 'police-conduct',
  ...each(['political behavior, process', 'political behavior/processes'], 'elections-governance'),
  'price increases, tax policy': 'taxes-prices',
  'removal of politician': 'elections-governance',
  'social restrictions': 'other',
  ...nothing,
};

/**
 * The seven responses. How far the state gave in is not told: a partial concession claims the least. Killings and
 * shootings both are lethal force, which with us takes in firearms used on people.
 */
const responses: Values = {
  ...each(['accomodation', 'accommodation'], 'partial-concession'),
  arrests: 'arrest',
  beatings: 'force',
  'crowd dispersal': 'dispersal',
  ignore: 'ignored',
  killings: 'lethal-force',
  shootings: 'lethal-force',
  ...nothing,
};

/** The identity of protesters is free text and may name an organisation: only ordinary words are coded. */
const groups: Values = {
  ...each(['workers', 'labor unions', 'labor union', 'union members', 'trade unions', 'miners'], 'workers'),
  teachers: 'teachers',
  ...each(['students', 'university students'], 'students'),
  parents: 'parents',
  ...each(['farmers', 'villagers', 'peasants'], 'villagers'),
  ...each(['residents', 'local residents'], 'residents'),
  homeowners: 'homeowners',
  ...each(['shopkeepers', 'traders', 'street vendors'], 'store-owners'),
  ...each(['drivers', 'taxi drivers', 'truck drivers'], 'drivers'),
  investors: 'investors',
  ...each(['veterans', 'ex-soldiers', 'war veterans'], 'veterans'),
  petitioners: 'petitioners',
  ...each(['unspecified', 'protesters', 'unknown'], []),
  ...nothing,
};

export const massMobilizationCrosswalks = [
  table('mm-demands', 'issue', demands),
  table('mm-responses', 'response', responses),
  table('mm-groups', 'group', groups, 'leave'),
];
