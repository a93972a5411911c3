import 'server-only';
import { loadReference } from '@/lib/explore/reference';
import { parseSelectionStrictly } from '@/lib/explore/request';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { actProblems } from '@/lib/i18n/messages/act-problems';
import { type ActInput, actInputs } from '@/lib/incidents/acts/input';
import { applyAct, undoAct } from '@/lib/incidents/acts/mutations';
import { type Chosen, previewAct } from '@/lib/incidents/acts/queries';
import type { ActDetails, ActPreview, Done } from '@/lib/incidents/acts/types';
import { filterEntries } from '@/lib/incidents/selection';
import { writeQuery } from '@/lib/url/params';

const read = <Kind extends keyof typeof actInputs>(kind: Kind, body: unknown, { locale }: Sender) =>
  readInput(actInputs[kind] as never, body, actProblems[locale]) as ActInput<Kind>;

/** What an act would do: `{ of, act }`. Writes nothing. */
export async function handlePreviewAct(body: unknown, sender: Sender): Promise<ActPreview> {
  const { of, act } = read('preview', body, sender);
  const { chosen } = await choose(of, sender);
  return previewAct(sender.viewer, chosen, act);
}

/** Does an act as it was previewed: `{ of, act, reason?, digest }`. */
export async function handleApplyAct(body: unknown, sender: Sender): Promise<Done> {
  const { of, ...asked } = read('apply', body, sender);
  return applyAct(sender.viewer, { ...asked, ...(await choose(of, sender)) });
}

/** Takes an act back: `{ id, reason? }`. */
export async function handleUndoAct(body: unknown, sender: Sender): Promise<Done> {
  return undoAct(sender.viewer, read('undo', body, sender));
}

/** The records that are meant: a filter is read as strictly as for an export, since one that keeps all would change all. */
async function choose(
  of: ActInput<'preview'>['of'],
  { viewer, locale }: Sender,
): Promise<{ chosen: Chosen; details: ActDetails }> {
  if ('refs' in of) return { chosen: { refs: of.refs }, details: { refs: of.refs.length } };
  const { known } = await loadReference(viewer);
  const { filters } = parseSelectionStrictly(new URLSearchParams(of.query), known, locale);
  return { chosen: { filters }, details: { query: writeQuery(filterEntries(filters)) } };
}
