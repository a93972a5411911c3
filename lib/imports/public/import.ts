import 'server-only';
import { importFiles } from '../command';
import type { ImportPlan } from '../plan';
import type { ImportReport } from '../report';
import type { Watch } from '../watch';
import type { PublicData } from './catalogue';

/** How the file of a public data set is imported. */
export type PublicImport = {
  entry: PublicData;
  file: string;
  dataset: string;
  write: boolean;
  watch: Watch;
} & Pick<ImportPlan, 'status' | 'withoutRefused' | 'careReason'> & {
    /** Encoding of the file, where it can't be told; null = it is told by its bytes. */
    encoding: string | null;
  };

/**
 * Imports the file of a public data set by its preset. A data set that is made gets licence and citation of this very
 * file; one that is there stays as it is.
 * @throws AppError as `importFiles`.
 */
export function importPublicData(
  wanted: PublicImport,
): Promise<{ report: ImportReport; batch: string | null }> {
  const { entry, file, dataset, write, watch } = wanted;
  return importFiles({
    paths: [file],
    preset: entry.preset,
    map: null,
    dataset,
    title: null,
    write,
    watch,
    change: (plan) => changed(plan, wanted),
  });
}

function changed(plan: ImportPlan, { entry, ...wanted }: PublicImport): ImportPlan {
  const { licence, citation, redistributable } = entry;
  const { status, withoutRefused, careReason, encoding } = wanted;
  return {
    ...plan,
    read: encoding === null ? plan.read : { ...plan.read, encoding },
    dataset:
      'make' in plan.dataset
        ? { make: { ...plan.dataset.make, licence, citation, redistributable } }
        : plan.dataset,
    status,
    withoutRefused,
    careReason,
  };
}
