import type { Selection } from '@/lib/explore/view';
import type { Citations } from '@/lib/exports/cite-selection';
import type { Locale } from '@/lib/i18n/locale';

/** What the export dialog is about. */
export type ExportProps = {
  selection: Selection;
  locale: Locale;
  /** The chart whose image and numbers are offered, by its name in addresses; without one only records are. */
  chart?: { name: string; title: string };
  /**
   * Incidents that the filter keeps, all there are, and those kept that no file holds. What is not given is
   * counted when the dialog opens.
   */
  counts: { kept: number; all?: number; leftOut?: number };
  synthetic: boolean;
  /** The citation, or how to get it; without it, it comes with the counts. */
  cite?: Citations | (() => Promise<Citations>);
};
