import { crosswalks as codebook } from '@/lib/codebook/crosswalks';
import { acledGroups } from './acled-groups';
import { each, table, type Values } from './tables';

/*
 * Values of ACLED → codes of ours. Spellings before 2019 are kept beside those of today. What a value covers beside
 * the code stays readable: `sub_event_type` is kept as the category of the source.
 */

/**
 * All that is not a demonstration is `other`. Mob violence is a part of Riots and falls under mass incidents with
 * them, though no demand may have been made.
 */
const types: Values = {
  ...each(['Protests', 'Riots', 'Riots/Protests'], 'mass-incident'),
  ...each(
    [
      'Battles',
      'Explosions/Remote violence',
      'Violence against civilians',
      'Strategic developments',
      'Battle-No change of territory',
      'Battle-Non-state actor overtakes territory',
      'Battle-Government regains territory',
      'Remote violence',
      'Strategic development',
      'Headquarters or base established',
      'Non-violent transfer of territory',
    ],
    'other',
  ),
};

/** Sub-events in which no participants act, or of which no form is certain. */
const noForm = [
  'Armed clash',
  'Government regains territory',
  'Non-state actor overtakes territory',
  'Chemical weapon',
  'Air/drone strike',
  'Suicide bomb',
  'Shelling/artillery/missile attack',
  'Remote explosive/landmine/IED',
  'Grenade',
  'Sexual violence',
  'Attack',
  'Abduction/forced disappearance',
  'Agreement',
  'Arrests',
  'Change to group/activity',
  'Disrupted weapons use',
  'Headquarters or base established',
  'Looting/property destruction',
  'Non-violent transfer of territory',
  'Other',
];

/**
 * A demonstration is an in-person gathering of three people or more: that much is certain. What was violent about
 * a violent demonstration (clashes, damage, barricades) is not told; mob violence is force against people.
 */
const forms: Values = {
  ...each(
    [
      'Peaceful protest',
      'Protest with intervention',
      'Excessive force against protesters',
      'Violent demonstration',
    ],
    'gathering',
  ),
  'Mob violence': 'clash',
  ...each(noForm, []),
};

/**
 * Intervention is an attempt to disperse or suppress. Excessive force may have killed or not, so `force`, the less;
 * the deaths are in `fatalities`. A peaceful protest may have seen police that did not touch anybody.
 */
const responses: Values = {
  'Protest with intervention': 'dispersal',
  'Excessive force against protesters': 'force',
  Arrests: 'arrest',
  ...each(
    [
      'Peaceful protest',
      'Violent demonstration',
      'Mob violence',
      ...noForm.filter((name) => name !== 'Arrests'),
    ],
    [],
  ),
};

/**
 * Who else took part, in the old coding by numbers and the newer one by words. None of them is for certain whom a
 * demand was addressed to: state forces may be police or soldiers, and came to a gathering meant for others.
 */
const inter: Values = each(
  [
    ...['0', '1', '2', '3', '4', '5', '6', '7', '8'],
    'State forces',
    'Rebel group',
    'Political militia',
    'Identity militia',
    'Rioters',
    'Protesters',
    'Civilians',
    'External/Other forces',
    'External forces',
    'Other forces',
  ],
  [],
);

/** Crosswalks of ACLED. Names of groups are without end, so what is not among the ordinary ones is left uncoded. */
export const acledCrosswalks = [
  table('acled-type', 'type', types),
  table('acled-forms', 'form', forms, 'leave'),
  table('acled-responses', 'response', responses, 'leave'),
  table('acled-inter', 'target', inter, 'leave'),
  table('acled-groups', 'group', acledGroups, 'leave'),
  table('acled-time', 'datePrecision', codebook.acledTimePrecision.toOurs),
  table('acled-place', 'placePrecision', codebook.acledGeoPrecision.toOurs),
];
