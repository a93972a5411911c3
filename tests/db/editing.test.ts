import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { entriesPerPage, listHistory, listQueue } from '@/lib/history/queries';
import { handleRestoreIncident } from '@/lib/history/restore';
import type { Sender } from '@/lib/http/write';
import { type EditInput, editInputs } from '@/lib/incidents/edit/input';
import { createIncident, stepIncident, updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import type { EditedIncident } from '@/lib/incidents/edit/types';
import { getIncidentRecord } from '@/lib/incidents/record/queries';
import { seed } from '@/prisma/seed/seed';
import { addAccount } from '../support/accounts';
import { incidentLike } from '../support/incidents';

let pool: Pool;
let coder: Viewer;
let otherCoder: Viewer;
let editor: Viewer;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  const viewer = async (role: 'coder' | 'editor'): Promise<Viewer> => {
    const { id } = await addAccount(pool, role);
    return { kind: 'account', id, name: `Test ${role}`, role };
  };
  [coder, otherCoder, editor] = [await viewer('coder'), await viewer('coder'), await viewer('editor')];
});
afterAll(() => pool.end());

let made = 0;
/** An incident like none before it: its title shares no words with the others. */
const incident = (own: Partial<EditedIncident> = {}): EditedIncident =>
  incidentLike({
    title: createHash('sha256').update(String(++made)).digest('hex').slice(0, 40),
    forms: ['strike'],
    responses: [{ kind: 'mediation', count: null, durationDays: null, sizeText: null }],
    claims: [
      {
        field: 'sizeMin',
        value: '20',
        printed: 'some twenty',
        source: 'epoch-times-2020-10-22',
        locator: '¶4',
        basis: 'stated',
        followed: true,
        note: null,
      },
    ],
    directives: ['leizhou-2018-04-05-a'],
    ...own,
  });

const create = (viewer: Viewer, one = incident(), more: Partial<EditInput<'create'>> = {}) =>
  createIncident(viewer, editInputs.create.parse({ dataset: 'zhanjiang-log', incident: one, ...more }));
const update = (viewer: Viewer, ref: string, version: number, one: EditedIncident, more = {}) =>
  updateIncident(viewer, editInputs.update.parse({ ref, version, incident: one, ...more }));
const step = (viewer: Viewer, ref: string, version: number, to: string, more = {}) =>
  stepIncident(viewer, editInputs.step.parse({ ref, version, to, ...more }));
const sender = (viewer: Viewer): Sender => ({
  viewer,
  locale: 'en',
  origin: 'http://localhost',
  headers: new Headers(),
  reply: new Headers(),
});
const noHistoryFilter = { type: null, action: null, who: null, from: null, to: null };
const trail = async (ref: string) =>
  (
    await pool.query(
      `SELECT c.version, c.action, c.actor_name, c.reason, c.changes FROM changes c JOIN incidents i ON i.id = c.subject_id
        WHERE i.ref = $1 ORDER BY c.version`,
      [ref],
    )
  ).rows;

describe('making an incident', () => {
  it('keeps all that was typed, as a draft of its author that visitors do not see', async () => {
    const typed = incident();
    const { ref, version, status } = await create(coder, typed);
    expect([version, status]).toEqual([1, 'draft']);
    expect(ref).toMatch(/^zj-[0-9a-f]{8}$/);
    expect(await openIncident(ref, coder)).toEqual({
      ref,
      dataset: 'zhanjiang-log',
      status: 'draft',
      version: 1,
      own: true,
      incident: typed,
    });
    for (const viewer of [publicViewer, otherCoder])
      await expect(getIncidentRecord(ref, viewer)).rejects.toMatchObject({ code: 'not-found' });
    expect((await getIncidentRecord(ref, editor)).claims).toHaveLength(1);
    expect(await trail(ref)).toEqual([
      { version: 1, action: 'incident.created', actor_name: 'Test coder', reason: null, changes: {} },
    ]);
  });

  it('names every place, source and directive that there is not, and saves nothing', async () => {
    const before = await pool.query('SELECT count(*) FROM incidents');
    const [claim] = incident().claims;
    const wrong = incident({
      placeId: '000000',
      directives: ['no-such'],
      claims: claim ? [claim, { ...claim, source: 'no-such' }] : [],
    });
    await expect(create(coder, wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'placeId' }, { field: 'claims.1.source' }, { field: 'directives' }],
    });
    expect((await pool.query('SELECT count(*) FROM incidents')).rows).toEqual(before.rows);
  });

  it('points at records that may be of the same event, until it is said that they are not', async () => {
    const first = await create(
      coder,
      incident({ title: 'Taxi drivers strike over licence fees in Wuchuan' }),
    );
    const again = incident({
      title: 'Taxi drivers on strike over licence fees, Wuchuan',
      startsOn: '2019-03-04',
      endsOn: '2019-03-04',
    });
    await expect(create(coder, again)).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'duplicates', duplicates: [expect.objectContaining({ ref: first.ref })] },
    });
    expect(await create(coder, again, { notDuplicate: true })).toHaveProperty('ref');
    // Far in time, or elsewhere, it is another event.
    for (const own of [{ startsOn: '2019-06-04', endsOn: '2019-06-04' }, { placeId: '440882' }])
      expect(await create(coder, { ...again, ...own })).toHaveProperty('ref');
    // What a coder can't see is not told to them.
    expect(await create(otherCoder, again)).toHaveProperty('ref');
  });

  it('that is sent twice at once is made once: the other one is asked whether it is the same', async () => {
    const typed = incident();
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => create(coder, typed)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'conflict', details: { kind: 'duplicates' } });
  });

  it('is for those who code', async () => {
    const { id } = await addAccount(pool, 'reader');
    await expect(
      (async () => create({ kind: 'account', id, name: 'R', role: 'reader' }))(),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect((async () => create(publicViewer))()).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('changing an incident', () => {
  it('notes what each field was and became, and why', async () => {
    const typed = incident();
    const { ref } = await create(coder, typed);
    const after = { ...typed, sizeMax: 40, issues: ['wage-arrears', 'layoffs'], responses: [], claims: [] };
    expect(await update(coder, ref, 1, after, { reason: 'second report' })).toEqual({
      ref,
      version: 2,
      status: 'draft',
    });
    expect((await openIncident(ref, coder)).incident).toEqual(after);
    expect((await trail(ref))[1]).toEqual({
      version: 2,
      action: 'incident.changed',
      actor_name: 'Test coder',
      reason: 'second report',
      changes: {
        sizeMax: { from: null, to: 40 },
        issues: { from: ['wage-arrears'], to: ['wage-arrears', 'layoffs'] },
        responses: { from: typed.responses, to: [] },
        claims: { from: typed.claims, to: [] },
      },
    });
  });

  it('does nothing where nothing differs', async () => {
    const typed = incident();
    const { ref } = await create(coder, typed);
    expect(await update(coder, ref, 1, typed)).toMatchObject({ version: 1 });
    expect(await trail(ref)).toHaveLength(1);
  });

  it('of a version that is gone is refused, with the present one to compare', async () => {
    const typed = incident();
    const { ref } = await create(coder, typed);
    await update(coder, ref, 1, { ...typed, sizeMax: 40 });
    await expect(update(editor, ref, 1, { ...typed, sizeMax: 50 })).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'changed-meanwhile', current: { version: 2, incident: { sizeMax: 40 } } },
    });
    expect((await openIncident(ref, editor)).incident.sizeMax).toBe(40);
  });

  it('of somebody else, or once it is published, is an editor’s', async () => {
    const typed = incident();
    const { ref } = await create(coder, typed);
    await expect(update(otherCoder, ref, 1, { ...typed, sizeMax: 40 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await step(editor, ref, 1, 'published');
    await expect(update(coder, ref, 2, { ...typed, sizeMax: 40 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(openIncident(ref, otherCoder)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await update(editor, ref, 2, { ...typed, sizeMax: 40 })).toMatchObject({ version: 3 });
    expect((await getIncidentRecord(ref, publicViewer)).sizeMax).toBe(40);
  });

  it('lets only an editor say that the exact place is public, and hides it from others until then', async () => {
    const typed = incident({ latitude: 21.98765, longitude: 110.98765, placePrecision: 'site' });
    await expect(create(coder, { ...typed, pointPublic: true })).rejects.toMatchObject({ code: 'forbidden' });
    const { ref } = await create(coder, typed);
    await expect(update(coder, ref, 1, { ...typed, pointPublic: true })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await step(editor, ref, 1, 'published');
    const latitudeFor = async (viewer: Viewer) => (await getIncidentRecord(ref, viewer)).latitude;
    expect([await latitudeFor(publicViewer), await latitudeFor(otherCoder)]).toEqual([null, null]);
    expect([await latitudeFor(coder), await latitudeFor(editor)]).toEqual([21.98765, 21.98765]);
    await update(editor, ref, 2, { ...typed, latitude: 21.87654 });
    const { entries } = await listHistory(otherCoder, noHistoryFilter, null);
    expect(JSON.stringify(entries)).not.toContain('21.87654');
    expect(JSON.stringify((await listHistory(coder, noHistoryFilter, null)).entries)).toContain('21.87654');
    await update(editor, ref, 3, { ...typed, pointPublic: true });
    expect(await latitudeFor(publicViewer)).toBe(21.98765);
  });

  it('by twenty at a time a thousand times over a hundred records loses nothing and notes each change once', async () => {
    const records: string[] = [];
    while (records.length < 100) {
      const typed = incident({ sizeMin: 1, claims: [], responses: [], directives: [] });
      records.push((await create(editor, typed, { notDuplicate: true })).ref);
    }
    let conflicts = 0;
    const raise = async (ref: string): Promise<void> => {
      const { version, incident: found } = await openIncident(ref, editor);
      try {
        await update(editor, ref, version, { ...found, sizeMin: (found.sizeMin ?? 0) + 1 });
      } catch (thrown) {
        if ((thrown as { code?: string }).code !== 'conflict') throw thrown;
        conflicts += 1;
        await raise(ref);
      }
    };
    const jobs = Array.from({ length: 1_000 }, (_, n) => records[(n * 37) % 100] ?? '');
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let ref = jobs.pop(); ref; ref = jobs.pop()) await raise(ref);
      }),
    );
    const { rows } = await pool.query(
      `SELECT i.size_min, i.version, (SELECT count(*)::int FROM changes c WHERE c.subject_id = i.id) AS changes
        FROM incidents i WHERE i.ref = ANY($1)`,
      [records],
    );
    expect(rows).toHaveLength(100);
    for (const row of rows) expect(row).toEqual({ size_min: 11, version: 11, changes: 11 });
    expect(conflicts).toBeGreaterThanOrEqual(0);
    expect(await verifyHistory(database)).toMatchObject({ fault: null });
  }, 60_000);
});

describe('the work on an incident', () => {
  it('goes from a draft over review to being published, withdrawn and brought back, each time noted', async () => {
    const { ref } = await create(coder);
    await step(coder, ref, 1, 'in-review');
    await expect(step(coder, ref, 2, 'published')).rejects.toMatchObject({ code: 'forbidden' });
    await step(editor, ref, 2, 'published');
    await expect(step(editor, ref, 3, 'withdrawn')).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'reason' }],
    });
    await step(editor, ref, 3, 'withdrawn', { reason: 'the source took it back' });
    await expect(getIncidentRecord(ref, publicViewer)).rejects.toMatchObject({ code: 'not-found' });
    await step(editor, ref, 4, 'published', { reason: 'confirmed elsewhere' });
    expect((await getIncidentRecord(ref, publicViewer)).status).toBe('published');
    expect((await trail(ref)).map(({ action, reason }) => [action, reason])).toEqual([
      ['incident.created', null],
      ['incident.in-review', null],
      ['incident.published', null],
      ['incident.withdrawn', 'the source took it back'],
      ['incident.published', 'confirmed elsewhere'],
    ]);
  });

  it('knows no other steps', async () => {
    const { ref } = await create(coder);
    await step(editor, ref, 1, 'published');
    await expect(step(editor, ref, 2, 'draft', { reason: 'x' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('does not publish what looks like personal data, until it is redacted or a reason is given, which is noted', async () => {
    const typed = incident({ summary: 'Call 13812345678 for the petition.' });
    const { ref } = await create(coder, typed);
    await expect(step(editor, ref, 1, 'published')).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'personal-data', findings: [{ field: 'summary', findings: [{ kind: 'mobile' }] }] },
    });
    await step(editor, ref, 1, 'published', { careReason: 'number of the petition office' });
    expect((await trail(ref))[1]).toMatchObject({
      changes: { personalData: { from: null, to: 'number of the petition office' } },
    });
    await expect(update(editor, ref, 2, { ...typed, sizeMax: 90 })).rejects.toMatchObject({
      details: { kind: 'personal-data' },
    });
    expect(await update(editor, ref, 2, { ...typed, summary: 'People petitioned.' })).toMatchObject({
      version: 3,
    });
  });
});

describe('the history', () => {
  it('makes a record again what it was, as a new version, evidence and all', async () => {
    const typed = incident();
    const { ref } = await create(editor, typed);
    await update(editor, ref, 1, { ...typed, sizeMax: 40, claims: [], responses: [] });
    await step(editor, ref, 2, 'published');
    const back = await handleRestoreIncident({ ref, version: 3, to: 1 }, sender(editor));
    expect(back).toEqual({ ref, version: 4, status: 'published' });
    expect((await openIncident(ref, editor)).incident).toEqual(typed);
    expect((await trail(ref)).map(({ action }) => action).at(-1)).toBe('incident.restored');
    await expect(handleRestoreIncident({ ref, version: 3, to: 1 }, sender(editor))).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('brings what looks like personal data back to readers for a reason only, which is noted', async () => {
    const typed = incident({ summary: 'Call 13812345678 for the petition.' });
    const { ref } = await create(editor, typed);
    await update(editor, ref, 1, { ...typed, summary: 'People petitioned.' });
    await step(editor, ref, 2, 'published');
    const back = { ref, version: 3, to: 1 };
    await expect(handleRestoreIncident(back, sender(editor))).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'personal-data', findings: [{ field: 'summary', findings: [{ kind: 'mobile' }] }] },
    });
    expect((await openIncident(ref, editor)).version).toBe(3);
    const careReason = 'number of the petition office';
    await handleRestoreIncident({ ...back, careReason }, sender(editor));
    expect((await openIncident(ref, editor)).incident).toEqual(typed);
    expect((await trail(ref)).at(-1)).toMatchObject({
      action: 'incident.restored',
      changes: { personalData: { from: null, to: careReason } },
    });
  });

  it('shows each viewer the changes of records that they may see, and accounts to admins only', async () => {
    const mine = await create(coder);
    const other = await create(otherCoder);
    const seen = async (viewer: Viewer) =>
      (await listHistory(viewer, noHistoryFilter, null)).entries.map(({ ref }) => ref);
    expect(await seen(coder)).toContain(mine.ref);
    expect(await seen(coder)).not.toContain(other.ref);
    expect(await seen(editor)).toEqual(expect.arrayContaining([mine.ref, other.ref]));
    await expect(listHistory(publicViewer, noHistoryFilter, null)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const { rows, counts } = await listQueue(coder);
    expect(rows.map(({ ref }) => ref)).toContain(mine.ref);
    expect(rows.map(({ ref }) => ref)).not.toContain(other.ref);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  });

  it('pages by the chain and narrows by what, who and when', async () => {
    const first = await listHistory(editor, noHistoryFilter, null);
    expect(first.entries).toHaveLength(entriesPerPage);
    const second = await listHistory(editor, noHistoryFilter, first.older);
    expect(second.entries[0]?.seq).toBe((first.entries.at(-1)?.seq ?? 0) - 1);
    const made = await listHistory(
      editor,
      { ...noHistoryFilter, action: 'incident.created', who: 'seed' },
      null,
    );
    expect(new Set(made.entries.map(({ action, actorName }) => `${action} ${actorName}`))).toEqual(
      new Set(['incident.created seed']),
    );
    expect((await listHistory(editor, { ...noHistoryFilter, to: '2001-01-01' }, null)).entries).toEqual([]);
  });
});

describe('what is sent', () => {
  it.each([
    ['title', '', 'missing'],
    ['title', 'two\nlines', 'notText'],
    ['title', 'half \ud800 of a character', 'notText'],
    ['summary', 'nul \u0000', 'notText'],
    ['startsOn', '2019-02-30', 'notDay'],
    ['startsOn', '2019-3-2', 'notDay'],
    ['type', 'riot', 'notCode'],
    ['issues', ['layoffs', 'layoffs'], 'twice'],
    ['issues', ['unknown'], 'notCode'],
    ['sizeMin', 0, 'notCount'],
    ['sizeMin', 2.5, 'notCount'],
    ['sizeMin', Number.POSITIVE_INFINITY, 'notCount'],
    ['latitude', 91, 'notDegrees'],
    ['latitude', 20, 'halfPoint'],
    ['endsOn', '2019-03-03', 'notOneDay'],
    ['sizeText', Array(13).fill('word').join(' '), 'quoteTooLong'],
  ])('%s = %j is refused: %s', (field, value, message) => {
    const { error } = editInputs.create.safeParse({
      dataset: 'zhanjiang-log',
      incident: { ...incident(), [field]: value },
    });
    expect(error?.issues.map((issue) => issue.message)).toContain(message);
  });

  it('of a megabyte in a title is refused', () => {
    const title = 'a'.repeat(1_000_000);
    const { error } = editInputs.create.safeParse({
      dataset: 'zhanjiang-log',
      incident: incident({ title }),
    });
    expect(error?.issues.map(({ message }) => message)).toEqual(['tooLong']);
  });

  it('may hold nothing that is not asked for', () => {
    for (const extra of ['id', 'ref', 'status', 'version', 'authorId', 'datasetId', '__proto__x'])
      expect(
        editInputs.create.safeParse({ dataset: 'zhanjiang-log', incident: { ...incident(), [extra]: 'x' } })
          .success,
      ).toBe(false);
  });

  it('comes back as it was typed, markup and all', async () => {
    const title = `<script>alert(1)</script> <b>"'&</b> ${made}`;
    const { ref } = await create(coder, incident({ title }));
    expect((await openIncident(ref, coder)).incident.title).toBe(title);
  });
});
