import type { ErrorBody } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import type { ImportPlan } from '../plan';
import type { TableSketch } from '../read/types';
import type { ImportReport } from '../report';

/** Resting states of an import. */
export const batchStates = [
  'uploaded',
  'ready',
  'checked',
  'committed',
  'undone',
  'failed',
  'cancelled',
] as const;
export type BatchState = (typeof batchStates)[number];

/** What can be done with an import in the background. */
export const importJobs = ['sketch', 'check', 'write', 'undo'] as const;
export type ImportJob = (typeof importJobs)[number];

/** One file of an import. Size in bytes. */
export type BatchFile = { name: string; size: number; sha256: string };

/**
 * How far a job is. `total`: rows of the last check; null = not known. `since`: instant, ISO 8601. `writing`: everything
 * was read. `tries`: how often it was begun.
 */
export type BatchProgress = {
  rows: number;
  total: number | null;
  since: string;
  writing: boolean;
  tries: number;
};

/** A proposal of how a table is mapped, made when the files were looked into. */
export type Proposal = {
  /** The preset that fits, and how well from 0 to 1; null = none does. */
  preset: { id: string; version: string; fit: number } | null;
  /** Why each column was suggested, where no preset fits. */
  reasons: { column: string; role: string; why: string }[];
};

/** What was found in the files. */
export type BatchSketch = { tables: TableSketch[]; proposal: Proposal };

/** An import in a list. */
export type BatchRow = {
  id: string;
  status: BatchState;
  job: ImportJob | null;
  fileName: string;
  dataset: string | null;
  rowsRead: number;
  rowsKept: number;
  authorName: string;
  createdAt: string;
  committedAt: string | null;
  undoneAt: string | null;
};

/** Why a job failed, by language. */
export type BatchFault = Record<Locale, ErrorBody['error']>;

/** An import with everything that its page shows. */
export type BatchDetail = BatchRow & {
  sha256: string;
  files: BatchFile[];
  plan: ImportPlan | null;
  sketch: BatchSketch | null;
  report: ImportReport | null;
  progress: BatchProgress | null;
  /** Why the last job failed, in the shape in which errors leave the server; null = it did not. */
  fault: BatchFault | null;
  /** Whether the rows that the last check or import refused can be had as a file. */
  hasRefused: boolean;
  /** Records of this import that were changed here since; an undo leaves them. */
  editedSince: number;
};

/** Where an import stands. `now`: instant of the database, ISO 8601, to which `since` of the progress is compared. */
export type BatchStep = Pick<BatchDetail, 'status' | 'job' | 'progress'> & { stopping: boolean; now: string };

/** A mapping that somebody kept. */
export type KeptMapping = {
  id: string;
  name: string;
  version: number;
  authorName: string;
  updatedAt: string;
};
