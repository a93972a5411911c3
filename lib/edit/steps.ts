import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import { type Status, stepsFrom } from '@/lib/auth/workflow';
import type { OpenHead } from './types';

/** A step that somebody can take with a record. `takesBack`: its own author takes it back from review. */
export type OpenStep = { from: Status; to: Status; reason: boolean; takesBack: boolean };

/** The steps that are open to a viewer with a record that the viewer may change, in the order of the workflow. Pure. */
export function openSteps({ status, own }: Pick<OpenHead, 'status' | 'own'>, viewer: Viewer): OpenStep[] {
  const edits = may(viewer, 'edit');
  return stepsFrom(status)
    .filter(({ action }) => may(viewer, action) && (edits || own))
    .map(({ from, to, reason }) => ({
      from,
      to,
      reason,
      takesBack: from === 'in-review' && to === 'draft' && own,
    }));
}
