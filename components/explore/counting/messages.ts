import type { CountedPage } from '@/lib/explore/counted-page';
import type { Locale } from '@/lib/i18n/locale';

/** What the page says to the worker that counts. */
export type ToWorker =
  /** The columns, packed with gzip, and the names beside them, as JSON. */
  | { kind: 'load'; packed: ArrayBuffer; names: ArrayBuffer }
  | { kind: 'count'; search: string; locale: Locale; origin: string };

/** What the worker says: each question gets one answer, in order. */
export type FromWorker =
  | { kind: 'loaded'; version: number }
  | { kind: 'failed' }
  /** `page` null = it has to be left to the server. */
  | { kind: 'counted'; page: CountedPage | null };
