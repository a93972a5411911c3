import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeAccount } from '@/lib/accounts/mutations';
import { verifyHistory } from '@/lib/audit/queries';
import type { Viewer } from '@/lib/auth/viewer';
import { handleApplyAct, handlePreviewAct, handleUndoAct } from '@/lib/coding/acts';
import { handleMergeIncidents } from '@/lib/coding/merging';
import { database } from '@/lib/db/query';
import {
  handleCreateDirective,
  handleStepDirective,
  handleUpdateDirective,
} from '@/lib/directives/edit/requests';
import { recordAt } from '@/lib/edit/restore';
import { AppError } from '@/lib/errors';
import { noteExport } from '@/lib/exports/mutations';
import {
  handleRestoreDirective,
  handleRestoreFigure,
  handleRestoreIncident,
  handleRestoreSource,
} from '@/lib/history/restore';
import {
  openDirectiveVersions,
  openFigureVersions,
  openSourceVersions,
  openVersions,
} from '@/lib/history/versions/queries';
import type { Sender } from '@/lib/http/write';
import {
  handleCreateIncident,
  handleStepIncident,
  handleUpdateIncident,
} from '@/lib/incidents/edit/requests';
import { handleChangeAlias } from '@/lib/places/aliases/requests';
import {
  handleCreateFigure,
  handleCreateSource,
  handleDeleteFigure,
  handleUpdateFigure,
  handleUpdateSource,
} from '@/lib/sources/edit/requests';
import { random } from '../factories/random';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { directiveLike } from '../support/directives';
import { addViewer, senderOf } from '../support/editing';
import { incidentLike } from '../support/incidents';

/** The bar is 5,000, which take minutes: `HISTORY_STEPS=5000 npx vitest run --project db tests/db/history-steps.test.ts`. */
const steps = Number(process.env.HISTORY_STEPS ?? 250);
const chance = random(20261130);
const words = ['gate', 'mill', 'road', 'school', 'port', 'clinic', 'bridge', 'market'];
const text = () => `${chance.pick(words)} ${chance.pick(words)} ${chance.int(1, 1_000_000)}`;

let seeded: SeededDatabase;
let pool: Pool;
let editor: Viewer;
let admin: Viewer;
let coder: Extract<Viewer, { kind: 'account' }>;
let sender: Sender;

beforeAll(async () => {
  seeded = await seededDatabase();
  ({ pool } = seeded);
  editor = await addViewer(pool, 'editor');
  admin = await addViewer(pool, 'admin');
  coder = (await addViewer(pool, 'coder')) as typeof coder;
  sender = senderOf(editor);
});
afterAll(() => seeded.end());

type Body = Record<string, unknown>;
type Kind = 'incident' | 'directive' | 'source' | 'figure';

const source = (): Body => ({
  outlet: 'Paper',
  headline: text(),
  headlineZh: null,
  publishedOn: '2020-03-04',
  url: null,
  archiveUrl: null,
  kind: 'news-report',
  language: 'en',
  note: chance.chance(0.5) ? text() : null,
});
const figure = (): Body => ({
  dataset: null,
  metric: 'incidents:petition',
  label: text(),
  labelZh: null,
  value: chance.int(1, 500),
  bound: 'about',
  unit: 'incidents',
  placeId: '440800',
  from: '2019-01-01',
  to: null,
  printed: null,
  source: 'epoch-times-2020-10-22',
  locator: null,
});
const claim = (field: string, value: string) => ({
  field,
  value,
  printed: chance.pick(words),
  source: 'epoch-times-2020-10-22',
  locator: '¶4',
  basis: 'stated',
  followed: chance.chance(0.5),
  note: null,
});
const incident = (): Body => ({
  ...incidentLike({
    title: text(),
    sizeMin: chance.int(1, 90),
    issues: chance.some(['layoffs', 'wage-arrears'], 2),
  }),
  claims: chance.chance(0.4) ? [claim('sizeMin', '20')] : [],
  responses: chance.chance(0.3)
    ? [{ kind: 'mediation', count: chance.int(1, 5), durationDays: null, sizeText: null }]
    : [],
});
const directive = (): Body => ({
  ...directiveLike({ title: text(), summary: text() }),
  claims: chance.chance(0.4) ? [claim('issuerOffice', 'party-secretary')] : [],
  incidents: [],
});

/** How records of each kind are made, changed and read. */
const kinds = {
  incident: {
    make: incident,
    create: handleCreateIncident,
    update: handleUpdateIncident,
    restore: handleRestoreIncident,
    step: handleStepIncident,
    open: openVersions,
    more: { dataset: 'zhanjiang-log', notDuplicate: true },
  },
  directive: {
    make: directive,
    create: handleCreateDirective,
    update: handleUpdateDirective,
    restore: handleRestoreDirective,
    step: handleStepDirective,
    open: openDirectiveVersions,
    more: {},
  },
  source: {
    make: source,
    create: handleCreateSource,
    update: handleUpdateSource,
    restore: handleRestoreSource,
    step: null,
    open: openSourceVersions,
    more: {},
  },
  figure: {
    make: figure,
    create: handleCreateFigure,
    update: handleUpdateFigure,
    restore: handleRestoreFigure,
    step: null,
    open: openFigureVersions,
    more: {},
  },
} as const;
const kindNames = Object.keys(kinds) as Kind[];

/** A record as each of its versions was read right after it was made. */
type Known = {
  kind: Kind;
  ref: string;
  version: number;
  versions: Map<number, { record: object; status: string }>;
};
const known = new Map<string, Known>();
const acts: { id: string; records: Known[] }[] = [];

const openAt = async ({ kind, ref }: Pick<Known, 'kind' | 'ref'>) => {
  const { open, entries } = await kinds[kind].open(ref, editor);
  const record = (open as unknown as Record<string, object>)[kind] as object;
  return { version: open.version, status: open.status, record, entries };
};
/** Reads records that something was done to; returns by how many versions they went on. */
const look = async (records: readonly Pick<Known, 'kind' | 'ref'>[]): Promise<number> => {
  let more = 0;
  for (const { kind, ref } of records) {
    const name = `${kind} ${ref}`;
    const { version, status, record } = await openAt({ kind, ref });
    const before = known.get(name);
    more += version - (before?.version ?? 0);
    const versions = before?.versions ?? new Map();
    versions.set(version, { record, status });
    known.set(name, { kind, ref, version, versions });
  }
  return more;
};
const of = (kind: Kind) => [...known.values()].filter((record) => record.kind === kind);
const one = (kind: Kind) => chance.pick(of(kind));
/** The version that is sent along: now and then one that is gone. */
const sent = ({ version }: Known) => (chance.chance(0.1) ? version + chance.pick([-1, 1]) : version);

/** Each way of changing something: does it once, and returns how many changes were made. */
const ways: Record<string, () => Promise<number>> = {
  async create() {
    const kind = chance.pick(kindNames);
    const { create, make, more } = kinds[kind];
    const { ref } = await create({ ...more, [kind]: make() }, sender);
    return look([{ kind, ref }]);
  },
  async update() {
    const record = one(chance.pick(kindNames));
    const { update, make } = kinds[record.kind];
    const now = record.versions.get(record.version)?.record;
    const fresh = make();
    const field = chance.pick(
      Object.keys(fresh).filter((key) => !['dataset', 'startsOn', 'endsOn'].includes(key)),
    );
    const next = { ...now, ...(chance.chance(0.2) ? {} : { [field]: fresh[field] }) };
    const more = record.kind === 'incident' ? { notDuplicate: true } : {};
    await update(
      {
        ref: record.ref,
        version: sent(record),
        [record.kind]: next,
        reason: chance.chance(0.5) ? text() : null,
        ...more,
      },
      sender,
    );
    return look([record]);
  },
  async step() {
    const record = one(chance.pick(['incident', 'directive'] as const));
    const to = chance.pick(['draft', 'in-review', 'published', 'withdrawn']);
    await kinds[record.kind].step?.({ ref: record.ref, version: sent(record), to, reason: text() }, sender);
    return look([record]);
  },
  async restore() {
    const record = one(chance.pick(kindNames));
    const to = chance.pick([...record.versions.keys()]);
    await kinds[record.kind].restore({ ref: record.ref, version: sent(record), to, reason: null }, sender);
    return look([record]);
  },
  async act() {
    const records = chance.some(of('incident'), 5);
    const chosen = { refs: records.map(({ ref }) => ref) };
    const act = chance.pick([
      { kind: 'retag', add: { issues: ['layoffs'] }, remove: { issues: ['wage-arrears'] } },
      { kind: 'retag', type: chance.pick(['strike', 'petition']) },
      { kind: 'publish' },
      { kind: 'withdraw' },
    ]);
    const { digest } = await handlePreviewAct({ of: chosen, act }, sender);
    const { id, changed } = await handleApplyAct({ of: chosen, act, digest, reason: text() }, sender);
    acts.push({ id, records });
    expect(await look(records)).toBe(changed);
    return changed;
  },
  async undo() {
    const { id, records } = chance.pick(acts);
    const { changed } = await handleUndoAct({ id, reason: null }, sender);
    expect(await look(records)).toBe(changed);
    return changed;
  },
  async merge() {
    const [kept, dropped] = [one('incident'), one('incident')];
    const { id } = await handleMergeIncidents(
      {
        kept: { ref: kept.ref, version: sent(kept) },
        dropped: { ref: dropped.ref, version: dropped.version },
      },
      sender,
    );
    acts.push({ id, records: [kept, dropped] });
    return look([kept, dropped]);
  },
  async deleteFigure() {
    if (of('figure').length < 2) return 0;
    const { kind, ref, version } = one('figure');
    await handleDeleteFigure({ ref, version, reason: text() }, sender);
    known.delete(`${kind} ${ref}`);
    return 1;
  },
  async alias() {
    const alias = chance.pick(words);
    await handleChangeAlias({ place: '440883', act: chance.pick(['add', 'remove']), alias }, sender);
    return 1;
  },
  async account() {
    const { rows } = await pool.query('SELECT role, version FROM accounts WHERE id = $1', [coder.id]);
    const role = chance.pick(['reader', 'coder'] as const);
    await changeAccount(admin, { id: coder.id, version: rows[0].version, role });
    return rows[0].role === role ? 0 : 1;
  },
  async export() {
    await noteExport(editor, { format: 'csv', query: '', count: 1 });
    return 1;
  },
};
/** How often each is done, of a hundred. */
const often: Record<string, number> = {
  create: 12,
  update: 34,
  step: 18,
  restore: 10,
  act: 8,
  undo: 3,
  merge: 4,
};
const drawn = Object.keys(ways).flatMap((way) => Array<string>(often[way] ?? 3).fill(way));

const entries = async () =>
  Number((await pool.query('SELECT coalesce(max(seq), 0) AS n FROM changes')).rows[0].n);

test('every change by every way leaves exactly one entry, and any version of any record is what was read then', async () => {
  for (const kind of kindNames)
    for (let n = 0; n < 3; n += 1) {
      const { create, make, more } = kinds[kind];
      await look([{ kind, ref: (await create({ ...more, [kind]: make() }, sender)).ref }]);
    }
  const done: Record<string, number> = {};
  let before = await entries();
  for (let n = 0; n < steps; n += 1) {
    const way = chance.pick(drawn);
    if (way === 'undo' && acts.length === 0) continue;
    let changed = 0;
    try {
      changed = (await ways[way]?.()) ?? 0;
    } catch (thrown) {
      if (!(thrown instanceof AppError) || !['conflict', 'invalid', 'not-found'].includes(thrown.code))
        throw thrown;
    }
    const after = await entries();
    expect(after - before, `step ${n}: ${way}`).toBe(changed);
    if (changed > 0) done[way] = (done[way] ?? 0) + 1;
    before = after;
  }
  expect(Object.keys(done).sort()).toEqual(Object.keys(ways).sort());
  for (const { kind, ref, versions } of known.values()) {
    const { record, status, entries: changes } = await openAt({ kind, ref });
    const links = kind === 'incident' ? 'directives' : kind === 'directive' ? 'incidents' : null;
    for (const [version, then] of versions) {
      expect(recordAt(record, changes, version, links as never), `${ref} ${version}`).toEqual(then.record);
      expect(recordAt({ status }, changes, version, null)).toEqual({ status: then.status });
    }
  }
  expect(await verifyHistory(database)).toMatchObject({ fault: null });
}, 1_200_000);
