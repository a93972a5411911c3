import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import { formatDay } from '@/lib/dates/format';
import { addresseesInWords, issuedInWords, issuerInWords } from '@/lib/directives/words';
import { type Locale, listed } from '@/lib/i18n/locale';
import { recordMessages, titleIn, titleLang } from '@/lib/i18n/messages/records';
import { incidentFields } from '@/lib/incidents/fields';
import { formatSize } from '@/lib/incidents/format';
import { incidentAspects } from '@/lib/incidents/record/aspects';
import { getIncidentStory } from '@/lib/incidents/record/queries';
import type { IncidentStory, RecordDirective } from '@/lib/incidents/record/types';
import { responseInWords, whenInWords } from '@/lib/incidents/record/words';
import { placeWords } from '@/lib/places/trails';
import { evidenceRows } from '@/lib/sources/evidence';
import type { Coded } from './table';

/** One field of a record in words; null = not known, or not said. */
export type BriefFact = { key: string; label: string; value: string | null };

/** A directive about the record in words. `to`: null = not said to whom. */
export type BriefDirective = {
  ref: string;
  issuer: string;
  to: string | null;
  issued: string;
  summary: string;
  orders: Coded[];
};

/** One line of the evidence in words. */
export type BriefEvidence = {
  key: string;
  label: string;
  value: string;
  /** The words it rests on; null = the passage as a whole. */
  printed: string | null;
  source: { ref: string; label: string };
  /** Whether the record follows the passage. */
  followed: boolean;
};

/** A record in short, in the words of the reader, as plain data. */
export type RecordBrief = {
  ref: string;
  title: string;
  /** Language of the title where it is not that of the page. */
  titleLang: string | null;
  type: Coded;
  date: string;
  place: string;
  synthetic: boolean;
  /** The coded fields, the same and in the same order for every record. */
  facts: BriefFact[];
  summary: string;
  directives: BriefDirective[];
  /** What authorities did, with the number as printed (null = none is). */
  responses: { key: number; words: string; printed: string | null }[];
  evidence: BriefEvidence[];
  /** Doubts of the coder; null = none. */
  codingNote: string | null;
};

/**
 * Reads a record in short.
 * @throws AppError `not-found` when there is none of that ref that the viewer may see.
 */
export async function openBrief(ref: string, viewer: Viewer, locale: Locale): Promise<RecordBrief> {
  return briefOf(await getIncidentStory(ref, viewer), locale);
}

/** A record in short, in the words of a language. Pure. */
export function briefOf(incident: IncidentStory, locale: Locale): RecordBrief {
  const placeName = (id: string) => placeWords(incident.places, id, locale);
  return {
    ref: incident.ref,
    title: titleIn(locale, incident.title, incident.titleZh),
    titleLang: titleLang(locale, incident.titleZh) ?? null,
    type: { code: incident.type, label: termLabel('type', incident.type, locale) },
    date: whenInWords(incident, locale),
    place: placeName(incident.placeId),
    synthetic: incident.dataset.origin === 'synthetic',
    facts: factsOf(incident, locale),
    summary: incident.summary,
    directives: incident.directives.map((directive) => directiveOf(directive, locale)),
    responses: incident.responses.map((response) => ({
      key: response.ordinal,
      words: responseInWords(response, locale),
      printed: response.sizeText,
    })),
    evidence: evidenceRows(incident.claims, {
      fields: incidentFields,
      aspects: incidentAspects,
      locale,
      placeName: (id) => `${placeName(id)} (${id})`,
    }).map(({ key, label, value, printed, source, locator, followed }) => {
      const day = source.publishedOn ? formatDay(source.publishedOn, locale) : null;
      const named = [source.outlet, day].filter((part) => part !== null).join(locale === 'zh' ? '，' : ', ');
      return {
        key,
        label,
        value,
        printed,
        source: { ref: source.ref, label: locator ? `${named} ${locator}` : named },
        followed,
      };
    }),
    codingNote: incident.codingNote,
  };
}

function directiveOf(directive: RecordDirective, locale: Locale): BriefDirective {
  return {
    ref: directive.ref,
    issuer: issuerInWords(directive, locale),
    to: addresseesInWords(directive.addressees, locale),
    issued: issuedInWords(directive, locale),
    summary: directive.summary,
    orders: directive.orders.map((code) => ({ code, label: termLabel('order', code, locale) })),
  };
}

function factsOf(incident: IncidentStory, locale: Locale): BriefFact[] {
  const words = recordMessages[locale];
  const { record } = words;
  const different = (labels: readonly string[]) =>
    labels.length === 0 ? null : listed([...new Set(labels)], locale);
  const terms = (vocabulary: VocabularyName, codes: readonly string[]) =>
    different(codes.map((code) => termLabel(vocabulary, code, locale)));
  const { directives, dataset, destinationPlaceId } = incident;
  const isSized = incident.sizeMin !== null || incident.sizeMax !== null || incident.sizeText !== null;
  const values: [key: string, label: string, value: string | null][] = [
    ['date', record.date, whenInWords(incident, locale)],
    ['precision', record.datePrecision, termLabel('datePrecision', incident.datePrecision, locale)],
    ['place', record.place, placeWords(incident.places, incident.placeId, locale)],
    ['placePrecision', record.placePrecision, termLabel('placePrecision', incident.placePrecision, locale)],
    [
      'destination',
      record.destination,
      destinationPlaceId === null ? null : placeWords(incident.places, destinationPlaceId, locale),
    ],
    ['type', record.type, termLabel('type', incident.type, locale)],
    ['size', record.participants, isSized ? formatSize(incident, locale) : null],
    ['issues', record.issues, terms('issue', incident.issues)],
    ['groups', record.groups, terms('group', incident.groups)],
    ['forms', record.forms, terms('form', incident.forms)],
    ['targets', record.targets, terms('target', incident.targets)],
    [
      'orders',
      record.ordered,
      terms(
        'order',
        directives.flatMap(({ orders }) => orders),
      ),
    ],
    ['responses', record.did, different(incident.responses.map((one) => responseInWords(one, locale)))],
    ['category', record.sourceCategory, incident.sourceCategory],
    ['dataset', record.dataset, titleIn(locale, dataset.title, dataset.titleZh)],
    ['sources', words.evidence.source, different(incident.claims.map(({ source }) => source.outlet))],
    ['status', record.status, termLabel('status', incident.status, locale)],
  ];
  return values.map(([key, label, value]) => ({ key, label, value }));
}
