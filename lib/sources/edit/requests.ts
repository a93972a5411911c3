import 'server-only';
import type { Saved } from '@/lib/edit/types';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { editProblems } from '@/lib/i18n/messages/edit-problems';
import { createFigure, deleteFigure, updateFigure } from '../figures/mutations';
import { type FigureInput, figureInputs, type SourceInput, sourceInputs } from './input';
import { createSource, updateSource } from './mutations';

type Handle = (body: unknown, sender: Sender) => Promise<Saved>;

const source = <Kind extends keyof typeof sourceInputs>(kind: Kind, body: unknown, { locale }: Sender) =>
  readInput(sourceInputs[kind] as never, body, editProblems[locale]) as SourceInput<Kind>;
const figure = <Kind extends keyof typeof figureInputs>(kind: Kind, body: unknown, { locale }: Sender) =>
  readInput(figureInputs[kind] as never, body, editProblems[locale]) as FigureInput<Kind>;

/** Makes a source. */
export const handleCreateSource: Handle = (body, sender) =>
  createSource(sender.viewer, source('create', body, sender));

/** Changes a source. */
export const handleUpdateSource: Handle = (body, sender) =>
  updateSource(sender.viewer, source('update', body, sender));

/** Makes a reported figure. */
export const handleCreateFigure: Handle = (body, sender) =>
  createFigure(sender.viewer, figure('create', body, sender));

/** Changes a reported figure. */
export const handleUpdateFigure: Handle = (body, sender) =>
  updateFigure(sender.viewer, figure('update', body, sender));

/** Deletes a reported figure. */
export const handleDeleteFigure: Handle = (body, sender) =>
  deleteFigure(sender.viewer, figure('delete', body, sender));
