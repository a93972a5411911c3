import 'server-only';
import type { Saved } from '@/lib/edit/types';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { editProblems } from '@/lib/i18n/messages/edit-problems';
import { type DirectiveInput, directiveInputs } from './input';
import { createDirective, stepDirective, updateDirective } from './mutations';

type Handle = (body: unknown, sender: Sender) => Promise<Saved>;

const read = <Kind extends keyof typeof directiveInputs>(kind: Kind, body: unknown, { locale }: Sender) =>
  readInput(directiveInputs[kind] as never, body, editProblems[locale]) as DirectiveInput<Kind>;

/** Makes a directive as a draft. */
export const handleCreateDirective: Handle = (body, sender) =>
  createDirective(sender.viewer, read('create', body, sender));

/** Changes a directive. */
export const handleUpdateDirective: Handle = (body, sender) =>
  updateDirective(sender.viewer, read('update', body, sender));

/** Takes a directive a step through the work on it. */
export const handleStepDirective: Handle = (body, sender) =>
  stepDirective(sender.viewer, read('step', body, sender));
