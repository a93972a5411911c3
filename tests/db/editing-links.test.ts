import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { handleUndoAct } from '@/lib/coding/acts';
import { handleMergeIncidents } from '@/lib/coding/merging';
import { directiveInputs } from '@/lib/directives/edit/input';
import { createDirective, updateDirective } from '@/lib/directives/edit/mutations';
import { openDirective } from '@/lib/directives/edit/queries';
import { handleRestoreDirective, handleRestoreIncident } from '@/lib/history/restore';
import { editInputs } from '@/lib/incidents/edit/input';
import { createIncident, updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import type { OpenIncident } from '@/lib/incidents/edit/types';
import { seed } from '@/prisma/seed/seed';
import { directiveLike } from '../support/directives';
import { addViewer, senderOf } from '../support/editing';
import { incidentLike } from '../support/incidents';

let pool: Pool;
let editor: Viewer;
/** Two incidents and two directives that are not linked yet. */
let i: string[];
let d: string[];

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  editor = await addViewer(pool, 'editor');
});
afterAll(() => pool.end());

const newIncident = async () => {
  const input = { dataset: 'zhanjiang-log', incident: incidentLike(), notDuplicate: true };
  return (await createIncident(editor, editInputs.create.parse(input))).ref;
};
const newDirective = async () =>
  (await createDirective(editor, directiveInputs.create.parse({ directive: directiveLike() }))).ref;

beforeEach(async () => {
  i = [await newIncident(), await newIncident()].sort();
  d = [await newDirective(), await newDirective()].sort();
});

/** Saves the form of an incident, as it was opened, with other links; the form sends those that it began with. */
const saveIncident = async (open: OpenIncident, directives: string[], more: object = {}) => {
  const incident = { ...open.incident, directives, ...more };
  const sent = { ref: open.ref, version: open.version, incident, linked: open.incident.directives };
  return updateIncident(editor, editInputs.update.parse({ ...sent, notDuplicate: true }));
};
const saveDirective = async (
  open: Awaited<ReturnType<typeof openDirective>>,
  incidents: string[],
  more: object = {},
) => {
  const directive = { ...open.directive, incidents, ...more };
  const sent = { ref: open.ref, version: open.version, directive, linked: open.directive.incidents };
  return updateDirective(editor, directiveInputs.update.parse(sent));
};
const link = async (directive: string, incidents: string[]) =>
  saveDirective(await openDirective(directive, editor), incidents);
const linksOf = async (incident: string) => (await openIncident(incident, editor)).incident.directives;

describe('a link that is made or removed in the form of the other record meanwhile', () => {
  it('stays as it is when the form of an incident is saved', async () => {
    await link(d[0] ?? '', [i[0] ?? '']);
    const open = await openIncident(i[0] ?? '', editor);
    await link(d[1] ?? '', i);
    await link(d[0] ?? '', []);
    // What the form holds of links is what it began with.
    expect(await saveIncident(open, open.incident.directives, { summary: 'Other.' })).toMatchObject({
      version: 2,
    });
    expect(await linksOf(i[0] ?? '')).toEqual([d[1]]);
    const { rows } = await pool.query(
      `SELECT c.changes FROM changes c JOIN incidents i ON i.id = c.subject_id WHERE i.ref = $1 AND c.version = 2`,
      [i[0]],
    );
    expect(Object.keys(rows[0].changes)).toEqual(['summary']);
  });

  it('stays as it is when the form of a directive is saved', async () => {
    await link(d[0] ?? '', [i[0] ?? '']);
    const open = await openDirective(d[0] ?? '', editor);
    await saveIncident(await openIncident(i[1] ?? '', editor), [d[0] ?? '']);
    await saveIncident(await openIncident(i[0] ?? '', editor), []);
    await saveDirective(open, open.directive.incidents, { summary: 'Other.' });
    expect((await openDirective(d[0] ?? '', editor)).directive.incidents).toEqual([i[1]]);
    expect((await openDirective(d[0] ?? '', editor)).directive.summary).toBe('Other.');
  });

  it('goes together with what the form adds and takes away', async () => {
    await link(d[0] ?? '', [i[0] ?? '']);
    const open = await openIncident(i[0] ?? '', editor);
    const third = await newDirective();
    await link(d[1] ?? '', [i[0] ?? '']);
    await saveIncident(open, [third]);
    expect((await linksOf(i[0] ?? '')).sort()).toEqual([d[1] ?? '', third].sort());
  });

  it('stays when a version from before it is restored, in either record', async () => {
    const [incident, directive] = [i[0] ?? '', d[0] ?? ''];
    await saveIncident(await openIncident(incident, editor), [directive], { summary: 'Other.' });
    await link(d[1] ?? '', [incident]);
    const restored = { ref: incident, version: 2, to: 1 };
    expect(await handleRestoreIncident(restored, senderOf(editor))).toMatchObject({ version: 3 });
    expect(await linksOf(incident)).toEqual([d[1]]);

    await link(directive, [incident]);
    await saveIncident(await openIncident(i[1] ?? '', editor), [directive]);
    await handleRestoreDirective({ ref: directive, version: 2, to: 1 }, senderOf(editor));
    expect((await openDirective(directive, editor)).directive.incidents).toEqual([i[1]]);
  });

  it('stays when a merge is taken back', async () => {
    const [kept = '', dropped = ''] = i;
    await link(d[0] ?? '', [dropped]);
    const both = { kept: { ref: kept, version: 1 }, dropped: { ref: dropped, version: 1 } };
    const merged = await handleMergeIncidents(both, senderOf(editor));
    expect(await linksOf(kept)).toEqual([d[0]]);
    await link(d[1] ?? '', [kept]);
    await handleUndoAct({ id: merged.id, reason: null }, senderOf(editor));
    expect(await linksOf(kept)).toEqual([d[1]]);
  });
});

it('is made in both forms at the same time without a deadlock, and neither saving is lost', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [incident, directive] = [await newIncident(), await newDirective()];
    const opened = [await openIncident(incident, editor), await openDirective(directive, editor)] as const;
    const [other, another] = [i[round % 2] ?? '', d[round % 2] ?? ''];
    await Promise.all([
      saveIncident(opened[0], [directive, another]),
      saveDirective(opened[1], [incident, other]),
      link(d[(round + 1) % 2] ?? '', [
        ...(await openDirective(d[(round + 1) % 2] ?? '', editor)).directive.incidents,
        incident,
      ]),
    ]);
    expect((await linksOf(incident)).sort()).toEqual([directive, ...d].sort());
    expect((await openDirective(directive, editor)).directive.incidents.sort()).toEqual(
      [incident, other].sort(),
    );
  }
});

it('sets the links that are sent where it is not said with which it began', async () => {
  await link(d[0] ?? '', [i[0] ?? '']);
  const open = await openIncident(i[0] ?? '', editor);
  const incident = { ...open.incident, directives: [d[1] ?? ''] };
  await updateIncident(editor, editInputs.update.parse({ ref: open.ref, version: 1, incident }));
  expect(await linksOf(open.ref)).toEqual([d[1]]);
});
