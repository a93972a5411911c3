import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { type DirectiveInput, directiveInputs } from '@/lib/directives/edit/input';
import { createDirective, stepDirective, updateDirective } from '@/lib/directives/edit/mutations';
import { listHistory } from '@/lib/history/queries';
import { editInputs } from '@/lib/incidents/edit/input';
import { createIncident, updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import { seed } from '@/prisma/seed/seed';
import { directiveLike } from '../support/directives';
import { addViewer } from '../support/editing';
import { incidentLike } from '../support/incidents';

const published = 'zj-2019-09-13-a';

let pool: Pool;
let coder: Viewer;
let editor: Viewer;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await seed(pool);
  coder = await addViewer(pool, 'coder');
  editor = await addViewer(pool, 'editor');
});
afterAll(() => pool.end());

const seenBy = async (viewer: Viewer, type: string) => {
  const filter = { type, action: null, who: null, from: null, to: null };
  return JSON.stringify((await listHistory(viewer, filter, null)).entries.map(({ changes }) => changes));
};

const publish = (ref: string, version: number) =>
  stepDirective(
    editor,
    directiveInputs.step.parse({ ref, version, to: 'published' }) as DirectiveInput<'step'>,
  );

it('a coder reads in the history of no link with a draft of others, and of all with what is published', async () => {
  const directive = directiveLike({ incidents: [] });
  const { ref } = await createDirective(editor, directiveInputs.create.parse({ directive }));
  const { incident, version } = await openIncident(published, editor);
  const linked = {
    ...incident,
    summary: `${incident.summary} More.`,
    directives: [...incident.directives, ref],
  };
  const input = { ref: published, version, incident: linked, notDuplicate: true };
  await updateIncident(editor, editInputs.update.parse(input));
  expect(await seenBy(editor, 'incident')).toContain(ref);
  const seen = await seenBy(coder, 'incident');
  expect(seen).not.toContain(ref);
  expect(seen).toContain('More.');
  await publish(ref, 1);
  expect(await seenBy(coder, 'incident')).toContain(ref);
});

it('nor, of a directive, of one with a draft incident', async () => {
  const directive = directiveLike({ incidents: [] });
  const { ref } = await createDirective(editor, directiveInputs.create.parse({ directive }));
  await publish(ref, 1);
  const draft = await createIncident(
    editor,
    editInputs.create.parse({ dataset: 'zhanjiang-log', incident: incidentLike(), notDuplicate: true }),
  );
  const changed = { ...directive, summary: 'Another one.', incidents: [draft.ref, published] };
  await updateDirective(editor, directiveInputs.update.parse({ ref, version: 2, directive: changed }));
  expect(await seenBy(editor, 'directive')).toContain(draft.ref);
  const seen = await seenBy(coder, 'directive');
  expect(seen).not.toContain(draft.ref);
  expect(seen).toContain('Another one.');
});
