import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';

/** Who follows an import while it runs. */
export type Watch = {
  /** Is told how many rows were read, after each batch of them; throws where the import is to be broken off. */
  tell: (rows: number) => Promise<void>;
  /** Is told that everything was read, and that what was read is now written. */
  writing?: () => Promise<void>;
  /** Is handed each row that is refused, with what is wrong with it. */
  refused?: (
    table: string,
    headers: readonly string[],
    cells: readonly string[],
    row: number,
    notes: readonly { rule: string; column: string; value: string }[],
  ) => Promise<void>;
};

/** That somebody asked to break it off. */
export class Stopped extends AppError {
  constructor() {
    super('conflict', importFaults.stopped);
  }
}
