import type { Locale } from '@/lib/i18n/locale';
import { basisVocabulary, boundVocabulary } from './terms/evidence';
import { formVocabulary } from './terms/form';
import { groupVocabulary } from './terms/group';
import { issueVocabulary } from './terms/issue';
import { officeVocabulary } from './terms/office';
import { orderVocabulary } from './terms/order';
import { placeLevelVocabulary, placePrecisionVocabulary } from './terms/place';
import {
  directiveKindVocabulary,
  hasDirectiveVocabulary,
  originVocabulary,
  sourceKindVocabulary,
  statusVocabulary,
} from './terms/records';
import { responseVocabulary } from './terms/response';
import { sizeClassVocabulary } from './terms/size';
import { targetVocabulary } from './terms/target';
import { datePrecisionVocabulary, dayPartVocabulary } from './terms/time';
import { typeVocabulary } from './terms/type';
import type { Term, Vocabulary } from './types';

/** Version of the vocabularies; raised when a code is added, withdrawn, or comes to mean something else. */
export const codebookVersion = '2026.1';

/** All vocabularies by name, in the order of the codebook page. */
export const vocabularies = {
  type: typeVocabulary,
  issue: issueVocabulary,
  group: groupVocabulary,
  form: formVocabulary,
  target: targetVocabulary,
  response: responseVocabulary,
  order: orderVocabulary,
  office: officeVocabulary,
  datePrecision: datePrecisionVocabulary,
  dayPart: dayPartVocabulary,
  placePrecision: placePrecisionVocabulary,
  placeLevel: placeLevelVocabulary,
  sizeClass: sizeClassVocabulary,
  basis: basisVocabulary,
  bound: boundVocabulary,
  directiveKind: directiveKindVocabulary,
  hasDirective: hasDirectiveVocabulary,
  sourceKind: sourceKindVocabulary,
  status: statusVocabulary,
  origin: originVocabulary,
} as const satisfies Record<string, Vocabulary>;

export type VocabularyName = keyof typeof vocabularies;

const termsByCode = new Map<VocabularyName, ReadonlyMap<string, Term>>(
  (Object.keys(vocabularies) as VocabularyName[]).map((name) => [
    name,
    new Map(vocabularies[name].terms.map((term) => [term.code, term])),
  ]),
);

/** Every code of a vocabulary in its order, those for filters only included. */
export function codesOf(name: VocabularyName): string[] {
  return vocabularies[name].terms.map((term) => term.code);
}

/** The codes that a record may hold: without those for filters and facets only (`stored: false`). */
export function storedCodesOf(name: VocabularyName): string[] {
  return vocabularies[name].terms.filter((term) => term.stored !== false).map((term) => term.code);
}

/** The term of a code; null = the vocabulary has no such code. */
export function findTerm(name: VocabularyName, code: string): Term | null {
  return termsByCode.get(name)?.get(code) ?? null;
}

/** The label of a code in a language; a code that the vocabulary does not have is returned as it is. */
export function termLabel(name: VocabularyName, code: string, locale: Locale): string {
  return findTerm(name, code)?.label[locale] ?? code;
}

/** The code itself, then the codes of its narrower terms. A code that does not exist stands alone. */
export function withNarrower(name: VocabularyName, code: string): string[] {
  const narrower = vocabularies[name].terms.filter((term: Term) => term.parent === code);
  return [code, ...narrower.map((term) => term.code)];
}

/** Whether a vocabulary has the code, those for filters only included. */
export function isCode(name: VocabularyName, code: string): boolean {
  return findTerm(name, code) !== null;
}
