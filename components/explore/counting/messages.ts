import type { CountedPage } from '@/lib/explore/counted-page';
import type { Locale } from '@/lib/i18n/locale';

/** What the page says to the worker that counts. */
export type ToWorker = Load | { kind: 'count'; search: string };

/** The columns, packed with gzip, the names beside them, as JSON, and the page that is on screen. */
export type Load = {
  kind: 'load';
  packed: ArrayBuffer;
  names: ArrayBuffer;
  locale: Locale;
  origin: string;
  search: string;
};

/** What the worker says: each question gets one answer, in order. */
export type FromWorker =
  | { kind: 'loaded'; version: number }
  | { kind: 'failed' }
  /** `page` null = it has to be left to the server. */
  | { kind: 'counted'; page: CountedPage | null };
