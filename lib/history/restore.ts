import 'server-only';
import { directiveInputs } from '@/lib/directives/edit/input';
import { updateDirective } from '@/lib/directives/edit/mutations';
import { recordAt } from '@/lib/edit/restore';
import type { Saved } from '@/lib/edit/types';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { editProblems } from '@/lib/i18n/messages/edit-problems';
import { editInputs } from '@/lib/incidents/edit/input';
import { updateIncident } from '@/lib/incidents/edit/mutations';
import { figureInputs, sourceInputs } from '@/lib/sources/edit/input';
import { updateSource } from '@/lib/sources/edit/mutations';
import { updateFigure } from '@/lib/sources/figures/mutations';
import {
  openDirectiveVersions,
  openFigureVersions,
  openSourceVersions,
  openVersions,
} from './versions/queries';

/**
 * Makes an incident again what it was at a version, as a new version: `{ ref, version, to, reason?, careReason? }`.
 * @throws AppError as `updateIncident` does; `invalid` too where a later codebook no longer has what it held.
 */
export async function handleRestoreIncident(body: unknown, { viewer, locale }: Sender): Promise<Saved> {
  const words = editProblems[locale];
  const { ref, version, to, reason, careReason } = readInput(editInputs.restore, body, words);
  const { open, entries } = await openVersions(ref, viewer);
  const incident = recordAt(open.incident, entries, to, 'directives');
  const linked = open.incident.directives;
  const input = readInput(
    editInputs.update,
    { ref, version, incident, linked, reason, careReason, notDuplicate: true },
    words,
  );
  return updateIncident(viewer, input, 'restored');
}

/**
 * Makes a directive again what it was at a version, as a new version: `{ ref, version, to, reason?, careReason? }`.
 * @throws AppError as `updateDirective` does; `invalid` too where a later codebook no longer has what it held.
 */
export async function handleRestoreDirective(body: unknown, { viewer, locale }: Sender): Promise<Saved> {
  const words = editProblems[locale];
  const { ref, version, to, reason, careReason } = readInput(directiveInputs.restore, body, words);
  const { open, entries } = await openDirectiveVersions(ref, viewer);
  const directive = recordAt(open.directive, entries, to, 'incidents');
  const linked = open.directive.incidents;
  const input = readInput(
    directiveInputs.update,
    { ref, version, directive, linked, reason, careReason },
    words,
  );
  return updateDirective(viewer, input, 'restored');
}

/**
 * Makes a source again what it was at a version, as a new version: `{ ref, version, to, reason?, careReason? }`.
 * @throws AppError as `updateSource` does; `invalid` too where a later codebook no longer has what it held.
 */
export async function handleRestoreSource(body: unknown, { viewer, locale }: Sender): Promise<Saved> {
  const words = editProblems[locale];
  const { ref, version, to, reason, careReason } = readInput(sourceInputs.restore, body, words);
  const { open, entries } = await openSourceVersions(ref, viewer);
  const source = recordAt(open.source, entries, to, null);
  const input = readInput(sourceInputs.update, { ref, version, source, reason, careReason }, words);
  return updateSource(viewer, input, 'restored');
}

/**
 * Makes a reported figure again what it was at a version, as a new version: `{ ref, version, to, reason?, careReason? }`.
 * @throws AppError as `updateFigure` does; `invalid` too where a later codebook no longer has what it held.
 */
export async function handleRestoreFigure(body: unknown, { viewer, locale }: Sender): Promise<Saved> {
  const words = editProblems[locale];
  const { ref, version, to, reason, careReason } = readInput(figureInputs.restore, body, words);
  const { open, entries } = await openFigureVersions(ref, viewer);
  const figure = recordAt(open.figure, entries, to, null);
  const input = readInput(figureInputs.update, { ref, version, figure, reason, careReason }, words);
  return updateFigure(viewer, input, 'restored');
}
