import type { VocabularyName } from '@/lib/codebook/vocabularies';
import { termLabel } from '@/lib/codebook/vocabularies';
import { isAdded } from '../files';
import type { Columns } from './columns';
import { makeDays } from './days';
import { type Draft, isGiven } from './draft';
import { makeExtra } from './extra';
import { makeLocation } from './location';
import type { ConvertOptions } from './options';
import { personalIn, personalInId } from './texts';
import type { Converted, ImportedIncident } from './types';

/** Precisions by the level of the place that was found, where the file says nothing of it. */
const precisionOfLevel: Record<string, string> = { site: 'site', village: 'village', township: 'township' };

/** What is left to do once the cells of a row went to their fields: day, place, and what no field took. */
export function finish(options: ConvertOptions, columns: Columns) {
  const { refusePersonal, placeName } = options;
  const days = makeDays(options.mapping, columns, options);
  const where = makeLocation(options, columns);
  const extraOf = makeExtra(options, columns);
  // What says why a row was refused before is no part of it.
  const whole = columns.names.flatMap((name, at) => (isAdded(name) ? [] : [at]));
  const columnOf: Record<string, string> = Object.fromEntries(
    options.mapping.bindings.map(({ target, column }) => [target, column]),
  );
  const texts = looked.map((target) => ({ target, column: columnOf[target] ?? target }));
  const label = (vocabulary: VocabularyName, code: string) => termLabel(vocabulary, code, 'en');

  return (cells: readonly string[], draft: Draft, key: readonly number[]): Converted => {
    const span = days(cells, draft);
    const place = where(cells, draft);
    // A value that nothing codes is said already.
    if (draft.type === '' && !draft.faults.some(({ column }) => column === columnOf.type))
      draft.faults.push({ rule: 'no-type', column: '', value: '' });
    const [sizeMin, sizeMax] = sizesOf(draft);
    if (sizeMin !== null && sizeMax !== null && sizeMin > sizeMax)
      draft.faults.push({ rule: 'size-order', column: '', value: `${sizeMin} › ${sizeMax}` });
    const extra = extraOf(cells, draft);
    for (const { target, column } of texts) {
      const text = target === 'extra' ? extra : draft.texts[target];
      const found = !text ? null : target === 'externalId' ? personalInId(text) : personalIn(text);
      if (found) notePersonal(draft, found, column, refusePersonal);
    }
    if (draft.faults.length > 0 || !span || !place) return { incident: null, ...notesOf(draft) };
    const externalId = draft.texts.externalId || null;
    const { title, titleZh, summary, sourceCategory, codingNote, sizeText } = draft.texts;
    const incident: ImportedIncident = {
      row: draft.row,
      externalId,
      identity: externalId ?? identityOf(cells, key.length > 0 ? key : null, whole),
      title: title || `${label('type', draft.type)}, ${placeName(place.id)}, ${dateWords(span)}`,
      titleZh: titleZh || null,
      summary,
      type: draft.type,
      sourceCategory: sourceCategory || null,
      ...span,
      dayPart: draft.dayPart,
      placeId: place.id,
      placePrecision: place.precision ?? precisionOfLevel[place.level] ?? place.level,
      destinationPlaceId: draft.destination,
      latitude: place.latitude,
      longitude: place.longitude,
      sizeMin,
      sizeMax,
      sizeApprox: draft.sizeApprox || (draft.size?.approx ?? false),
      sizeText: sizeText || null,
      issues: draft.issues,
      groups: draft.groups,
      forms: draft.forms,
      targets: draft.targets,
      codingNote: codingNote || null,
      responses: draft.responses,
      claims: draft.claims,
      extra,
    };
    return { incident, ...notesOf(draft) };
  };
}

const notesOf = ({ faults, warnings }: Draft) => ({ faults, warnings });

/** Bounds of columns of their own go before those of a text, and any column before what is said for all rows. */
function sizesOf(draft: Draft): [number | null, number | null] {
  const { size, sizeMin, sizeMax } = draft;
  const ofText = isGiven(draft, 'size') && !isGiven(draft, 'sizeMin') && !isGiven(draft, 'sizeMax');
  if (!ofText && (sizeMin !== null || sizeMax !== null)) return [sizeMin, sizeMax];
  return [size?.min ?? null, size?.max ?? null];
}

/** What names a row that has no id: the cells of its key, or all of them. The two can't be mistaken for each other. */
function identityOf(
  cells: readonly string[],
  key: readonly number[] | null,
  whole: readonly number[],
): string {
  const text = (key ?? whole).map((index) => (cells[index] ?? '').trim()).join('\u001f');
  return `${key ? 'key' : 'row'}\u001f${text}`;
}

const dateWords = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
  startsOn === endsOn ? startsOn : `${startsOn} to ${endsOn}`;

/** Texts in which personal data are looked for. */
const looked = [
  'externalId',
  'title',
  'titleZh',
  'summary',
  'codingNote',
  'sourceCategory',
  'sizeText',
  'extra',
] as const;

function notePersonal(
  draft: Draft,
  found: 'sure' | 'maybe',
  column: string,
  refused: ConvertOptions['refusePersonal'],
): void {
  const isRefused = refused === 'maybe' || refused === found;
  if (isRefused) draft.faults.push({ rule: 'personal-data', column, value: '' });
  else draft.warnings.push({ rule: 'maybe-personal', column, value: '' });
}
