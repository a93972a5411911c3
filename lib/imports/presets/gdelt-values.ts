import { each, table, type Values } from './tables';

/** The roots of CAMEO, from public statements to mass violence. */
const roots = Array.from({ length: 20 }, (_, i) => i + 1);
const twoDigits = (root: number) => String(root).padStart(2, '0');
/** A root as it stands in the file, and as a spreadsheet leaves it when it takes it for a number. */
const spellings = (root: number) => [...new Set([twoDigits(root), String(root)])];

/** Protest, and what a state does about one: yield, investigate, reject, threaten, show force, coerce. */
const kept = [8, 9, 12, 13, 14, 15, 17];

/** The roots that tell neither of a protest nor of an answer to one. */
export const rootsPassedOver = roots.filter((root) => !kept.includes(root)).flatMap(spellings);

/** CAMEO counts collective actions only as protest; all else of the state is no incident of a type of ours. */
const types: Values = {
  ...each(roots.filter((root) => root !== 14).flatMap(spellings), 'other'),
  '14': 'mass-incident',
};

/** A code of CAMEO and the narrower ones below it: 141 → 141, 1411 … 1414. */
const withNarrower = (code: string) => [code, ...[1, 2, 3, 4].map((digit) => `${code}${digit}`)];

/**
 * What protesters did. 140 is dissent of no named kind, 143 strike or boycott without saying which: neither can be
 * coded. A violent protest or riot is a gathering; what was violent about it is not told.
 */
const forms: Values = {
  ...each([...withNarrower('141'), ...withNarrower('145')], 'gathering'),
  ...each(withNarrower('142'), 'hunger-strike'),
  ...each(withNarrower('144'), 'blockade'),
  ...each([...withNarrower('140'), ...withNarrower('143'), '14'], []),
};

/**
 * What a state did. Giving in may be in part or in whole: a partial concession. 173 does not tell detention from
 * arrest: detention. What is only threatened was not done: `warning`. A state of emergency (1724) need not forbid
 * anybody to move about, and a higher state of alert (151) need not bring police to the place: `other`, as are the
 * refusal to yield (124), since our `refused` is of petitions, and administrative sanctions, which are no penalty of
 * a person. 082 is dissent that eases by itself. Talk among states falls under the same codes: a hint at most.
 */
const responses: Values = {
  ...each(withNarrower('083'), 'partial-concession'),
  '0841': 'release',
  ...each([...withNarrower('132'), '137'], 'warning'),
  '153': 'police-presence',
  ...each(
    [...withNarrower('124'), ...['151', '171', '1711', '1712', '172', '1721', '1722', '1724', '174']],
    'other',
  ),
  '1723': 'curfew',
  '173': 'detention',
  '175': 'force',
  ...each(
    [...withNarrower('081'), ...withNarrower('082'), ...withNarrower('09'), '08', '084', '0842', '120'],
    [],
  ),
};

/** Codes of one of two tables that the other has not: they say nothing there, and are not left for want of a code. */
const elsewhere = (values: Values, own: Values): Values =>
  each(
    Object.keys(values).filter((code) => !(code in own)),
    [],
  );

/** Crosswalks of GDELT. Codes are texts: their leading zeros count. Codes that are not listed are left uncoded. */
export const gdeltCrosswalks = [
  table('gdelt-type', 'type', types),
  table('gdelt-forms', 'form', { ...forms, ...elsewhere(responses, forms) }, 'leave'),
  table('gdelt-responses', 'response', { ...responses, ...elsewhere(forms, responses) }, 'leave'),
];
