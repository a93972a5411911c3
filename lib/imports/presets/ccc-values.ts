import { each, table, type Values } from './tables';

/** Kinds of action. What is only said to be a protest is a gathering; a walkout may be of pupils or of workers. */
const forms: Values = {
  ...each(
    [
      'protest',
      'demonstration',
      'rally',
      'vigil',
      'picket',
      'counter-protest',
      'gathering',
      'die-in',
      'noise demonstration',
    ],
    'gathering',
  ),
  ...each(['march', 'parade', 'procession', 'caravan'], 'march'),
  ...each(['sit-in', 'occupation', 'encampment'], 'occupation'),
  ...each(['banner drop', 'sign holding'], 'banner'),
  ...each(['blockade', 'roadblock'], 'blockade'),
  strike: 'strike',
  boycott: 'boycott',
  'hunger strike': 'hunger-strike',
  'joint letter': 'joint-letter',
  ...each(['walkout', 'walk-out', 'direct action', 'civil disobedience', 'other'], 'other'),
};

/** Tags of issues. Most are wider than ours or of another country: those that none of ours fits are `other`. */
const issues: Values = {
  labor: 'labour',
  housing: 'land-housing',
  ...each(['environment', 'energy', 'climate'], 'environment'),
  education: 'education',
  ...each(['healthcare', 'health'], 'health'),
  ...each(['covid', 'covid-19', 'coronavirus'], 'pandemic'),
  ...each(['policing', 'criminal justice', 'judiciary', 'prisons'], 'police-conduct'),
  corruption: 'corruption',
  ...each(['democracy', 'elections', 'voting', 'voting rights'], 'elections-governance'),
  ...each(['taxes', 'taxation'], 'taxes-prices'),
  veterans: 'veterans',
  ...each(['racism', 'religion', 'antisemitism', 'islamophobia'], 'ethnicity-religion'),
  ...each(["women's rights", 'lgbtq', 'lgbtqia', 'lgbtqia+', 'sexual violence', 'gender'], 'gender'),
  ...each(['free speech', 'freedom of speech'], 'political-expression'),
  ...each(
    [
      ...[
        'animal rights',
        'civil rights',
        'development',
        'disability rights',
        'drugs',
        'economy',
        'executive',
      ],
      ...[
        'foreign affairs',
        'guns',
        'immigration',
        'indigenous peoples',
        'legislative',
        'military',
        'patriotism',
      ],
      ...['presidency', 'reproductive rights', 'science', 'sports', 'transportation', 'other'],
    ],
    'other',
  ),
};

/** Kinds of participants, as ordinary words; names of organisations are never coded. */
const groups: Values = {
  ...each(['workers', 'nurses', 'health care workers', 'healthcare workers', 'union members'], 'workers'),
  ...each(['teachers', 'educators'], 'teachers'),
  ...each(['students', 'high school students', 'university students', 'college students'], 'students'),
  parents: 'parents',
  ...each(['residents', 'community members', 'tenants'], 'residents'),
  homeowners: 'homeowners',
  ...each(['business owners', 'small business owners'], 'store-owners'),
  ...each(['drivers', 'truckers', 'taxi drivers'], 'drivers'),
  veterans: 'veterans',
  ...each(['people of faith', 'congregants', 'religious leaders'], 'community'),
  ...each(['general protesters', 'protesters', 'demonstrators'], []),
};

/** Crosswalks of the Crowd Counting Consortium; its lists of words are open, so others are left uncoded. */
export const cccCrosswalks = [
  table('ccc-forms', 'form', forms, 'leave'),
  table('ccc-issues', 'issue', issues, 'leave'),
  table('ccc-groups', 'group', groups, 'leave'),
];
