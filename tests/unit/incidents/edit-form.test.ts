import { describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { fromForm as recordOf, textAt, toForm as valuesOf, withTextAt } from '@/lib/edit/form';
import { findConflicts, mergeVersions } from '@/lib/edit/merge';
import { fillSpan } from '@/lib/edit/span';
import { openSteps } from '@/lib/edit/steps';
import { dropUnsaved, findUnsaved, keepUnsaved, type Unsaved } from '@/lib/edit/unsaved';
import { incidentForm } from '@/lib/incidents/edit/form';
import { evidenceGaps } from '@/lib/incidents/edit/gaps';
import { incidentInput } from '@/lib/incidents/edit/input';
import type { EditedIncident } from '@/lib/incidents/edit/types';

const toForm = (one: EditedIncident) => valuesOf(one, incidentForm);
const fromForm = (values: ReturnType<typeof toForm>) => recordOf(values, incidentForm) as EditedIncident;
const incident: EditedIncident = {
  title: 'Strike at a mill',
  titleZh: null,
  summary: 'Workers stood before the gate.',
  type: 'strike',
  sourceCategory: null,
  startsOn: '2019-03-02',
  endsOn: '2019-03-02',
  datePrecision: 'day',
  dayPart: null,
  placeId: '440883',
  placePrecision: 'county',
  destinationPlaceId: null,
  latitude: 21.5,
  pointPublic: false,
  longitude: 110.25,
  sizeMin: 20,
  sizeMax: null,
  sizeApprox: true,
  sizeText: null,
  issues: ['wage-arrears'],
  groups: [],
  forms: [],
  targets: [],
  codingNote: null,
  responses: [{ kind: 'mediation', count: 3, durationDays: null, sizeText: null }],
  claims: [
    {
      field: 'type',
      value: 'strike',
      printed: null,
      source: 'a-paper',
      locator: null,
      basis: 'stated',
      followed: true,
      note: null,
    },
  ],
  directives: ['a-note'],
};

describe('the form of an incident', () => {
  it('gives back what it was given, and what the server takes', () => {
    expect(fromForm(toForm(incident))).toEqual(incident);
    expect(incidentInput.safeParse(fromForm(toForm(incident))).success).toBe(true);
  });

  it('leaves what is no number as it was typed, for the server to name', () => {
    const sent = fromForm({ ...toForm(incident), sizeMin: ' 1.5 ', sizeMax: 'some', latitude: '' });
    expect([sent.sizeMin, sent.sizeMax, sent.latitude]).toEqual([1.5, 'some', null]);
    const { error } = incidentInput.safeParse(sent);
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['sizeMin', 'notCount'],
      ['sizeMax', 'notCount'],
    ]);
  });

  it.each([
    ['day', '2019-05-08', '2019-05-08', '2019-05-08'],
    ['days', '2019-05-08', '2019-05-08', ''],
    ['week', '2019-05-08', '2019-05-06', '2019-05-12'],
    ['month', '2020-02-10', '2020-02-01', '2020-02-29'],
    ['quarter', '2019-05-08', '2019-04-01', '2019-06-30'],
    ['year', '2019-05-08', '2019-01-01', '2019-12-31'],
    ['month', '20', '20', ''],
  ])('fills the days of the precision %s from %s', (datePrecision, startsOn, first, last) => {
    const span = { startsOn, endsOn: '', datePrecision };
    expect(fillSpan(span, { whole: true })).toEqual({ startsOn: first, endsOn: last, datePrecision });
    expect(fillSpan(span, { whole: false })).toEqual({ startsOn, endsOn: last, datePrecision });
  });

  it('reads and writes texts by their path', () => {
    const values = withTextAt(toForm(incident), 'claims.0.note', 'seen');
    expect([
      textAt(values, 'claims.0.note'),
      textAt(values, 'title'),
      textAt(values, 'claims.4.note'),
    ]).toEqual(['seen', 'Strike at a mill', null]);
    expect(textAt(withTextAt(values, 'title', 'x'), 'title')).toBe('x');
  });
});

describe('two versions', () => {
  it('keep what was typed where it was changed, and take what was saved where it was not', () => {
    const mine = { ...incident, title: 'Mine', sizeMax: 40, issues: ['pensions'] };
    const theirs = { ...incident, title: 'Theirs', summary: 'New.', issues: ['pensions'] };
    const conflicts = findConflicts(incident, mine, theirs);
    expect(conflicts.map(({ field, by, take }) => [field, by, take]).sort()).toEqual([
      ['sizeMax', 'mine', 'mine'],
      ['summary', 'theirs', 'theirs'],
      ['title', 'both', 'mine'],
    ]);
    const take = Object.fromEntries(conflicts.map((one) => [one.field, one.take]));
    expect(mergeVersions(mine, theirs, take)).toEqual({ ...theirs, title: 'Mine', sizeMax: 40 });
    expect(mergeVersions(mine, theirs, {})).toEqual(theirs);
  });
});

describe('evidence', () => {
  it('names each coded value without a claim, and each claim that fits no value', () => {
    const { missing, stray } = evidenceGaps({
      ...incident,
      claims: [...incident.claims, { ...incident.claims[0], field: 'sizeMin', value: '21' } as never],
    });
    expect(stray).toEqual([1]);
    expect(missing.map(({ field, value }) => `${field} ${value}`)).toEqual([
      'startsOn 2019-03-02',
      'endsOn 2019-03-02',
      'datePrecision day',
      'placeId 440883',
      'placePrecision county',
      'latitude 21.5',
      'longitude 110.25',
      'sizeMin 20',
      'sizeApprox true',
      'issues wage-arrears',
      'responses mediation',
    ]);
    expect(evidenceGaps(fromForm(incidentForm.empty())).missing).toEqual([]);
  });
});

describe('the steps that are open', () => {
  const as = (role: 'reader' | 'coder' | 'editor'): Viewer => ({ kind: 'account', id: 'x', name: 'x', role });
  const to = (viewer: Viewer, status: string, own: boolean) =>
    openSteps({ status, own }, viewer).map((step) => step.to);
  it('are an author’s with a record of one’s own, an editor’s with every one, and no reader’s', () => {
    expect(to(as('coder'), 'draft', true)).toEqual(['in-review', 'withdrawn']);
    expect(to(as('coder'), 'draft', false)).toEqual([]);
    expect(to(as('coder'), 'in-review', true)).toEqual(['draft']);
    expect(to(as('editor'), 'draft', false)).toEqual(['in-review', 'published', 'withdrawn']);
    expect(to(as('editor'), 'published', false)).toEqual(['withdrawn']);
    for (const viewer of [as('reader'), { kind: 'public' } as const, { kind: 'stranger' } as const])
      expect(to(viewer, 'draft', true)).toEqual([]);
  });
  it('tell taking back from sending back', () => {
    const back = (own: boolean) => openSteps({ status: 'in-review', own }, as('editor'))[0]?.takesBack;
    expect([back(true), back(false)]).toEqual([true, false]);
  });
});

/** A store as a browser has it. */
function storeOf(entries: [string, string][] = []) {
  const kept = new Map(entries);
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
}

describe('unsaved text', () => {
  const fields = Object.keys(incidentForm.empty());
  const keyOf = (account: string, ref: string | null) => ({ account, kind: 'incident', ref, fields });
  const unsaved = (at: string, version: number | null): Unsaved => ({
    at,
    values: toForm({ ...incident, title: at }),
    opened: version === null ? null : { ref: 'r', status: 'draft', version, own: true, record: incident },
    dataset: 'd',
    reason: '',
    places: {},
  });
  it('is found again by account and record, the newest of all versions', () => {
    const store = storeOf();
    keepUnsaved(store, keyOf('a', 'r'), unsaved('2026-01-01T00:00:00Z', 2));
    keepUnsaved(store, keyOf('a', 'r'), unsaved('2026-01-02T00:00:00Z', 1));
    keepUnsaved(store, keyOf('a', 'r'), unsaved('2026-01-03T00:00:00Z', null));
    expect(findUnsaved(store, keyOf('a', 'r'))).toEqual({
      ...unsaved('2026-01-02T00:00:00Z', 1),
      values: {
        ...unsaved('2026-01-02T00:00:00Z', 1).values,
        responses: expect.anything(),
        claims: expect.anything(),
      },
    });
    expect(findUnsaved(store, keyOf('b', 'r'))).toBeNull();
    dropUnsaved(store, keyOf('a', 'r'));
    expect(findUnsaved(store, keyOf('a', 'r'))).toBeNull();
    expect(findUnsaved(store, keyOf('a', null))?.at).toBe('2026-01-03T00:00:00Z');
  });
  it('is left where it is of another shape, or where the store is full', () => {
    const names: [string, string][] = [
      ['daybook-unsaved:a:incident:r:1', '{'],
      ['daybook-unsaved:a:incident:r:2', 'null'],
      ['daybook-unsaved:a:incident:r:3', '{"shape":"x","values":{}}'],
    ];
    expect(findUnsaved(storeOf(names), keyOf('a', 'r'))).toBeNull();
    const full = {
      ...storeOf(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => keepUnsaved(full, keyOf('a', 'r'), unsaved('2026-01-01T00:00:00Z', 1))).not.toThrow();
  });
});
