import { AppError } from '@/lib/errors';
import { type FaultPlace, importFileFaults } from '@/lib/i18n/messages/import-file-faults';
import type { FileFaultKind } from './types';

/** What `details` of a file fault holds. */
export type FileFaultDetails = { kind: FileFaultKind; file: string; row?: number; column?: string };

/** A file that can't be read, as an error that says what is wrong, where, and what to do. */
export function fileFault(kind: FileFaultKind, place: FaultPlace, cause?: unknown): AppError {
  const words = importFileFaults[kind](place);
  const { file, row, column } = place;
  const details: FileFaultDetails = {
    kind,
    file,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  };
  return new AppError('invalid', words, {
    fields: [{ field: 'file', value: file, message: words }],
    details,
    cause,
  });
}
