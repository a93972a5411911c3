import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import type { ImportReport } from './report';

/** That nothing was written, since rows were refused and the plan does not say to go on without them. */
export class RowsRefused extends AppError {
  constructor(readonly report: ImportReport) {
    super('invalid', importFaults.refusedRows(report.refused.toLocaleString('en')));
  }
}
