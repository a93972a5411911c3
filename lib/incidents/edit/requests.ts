import 'server-only';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { editProblems } from '@/lib/i18n/messages/edit-problems';
import { type EditInput, editInputs } from './input';
import { createIncident, stepIncident, updateIncident } from './mutations';
import type { Saved } from './types';

type Handle = (body: unknown, sender: Sender) => Promise<Saved>;

const read = <Kind extends keyof typeof editInputs>(kind: Kind, body: unknown, { locale }: Sender) =>
  readInput(editInputs[kind] as never, body, editProblems[locale]) as EditInput<Kind>;

/** Makes an incident as a draft. */
export const handleCreateIncident: Handle = (body, sender) =>
  createIncident(sender.viewer, read('create', body, sender));

/** Changes an incident. */
export const handleUpdateIncident: Handle = (body, sender) =>
  updateIncident(sender.viewer, read('update', body, sender));

/** Takes an incident a step through the work on it. */
export const handleStepIncident: Handle = (body, sender) =>
  stepIncident(sender.viewer, read('step', body, sender));
