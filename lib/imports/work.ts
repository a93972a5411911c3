import type { ChangeActor } from '@/lib/audit/types';
import type { ImportPlan } from './plan';
import type { FileOnDisk } from './read/types';
import type { Watch } from './watch';

/** What an import is of: its files, its plan, its batch, and who does it. */
export type ImportWork = {
  files: readonly FileOnDisk[];
  plan: ImportPlan;
  watch: Watch;
  batch: { id: string; fileName: string; sha256: string };
  actor: ChangeActor;
  /** Breaks it off. */
  stop?: AbortSignal;
};
