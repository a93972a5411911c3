import type { ComparedSide, ComparisonResult } from '@/lib/explore/compare/types';
import type { Selection } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import type { CompareLinks } from './links';

/** A comparison that has both sides. */
export type WholeComparison = { a: ComparedSide; b: ComparedSide; result: ComparisonResult };

export type CompareCardProps = {
  comparison: WholeComparison;
  links: CompareLinks;
  selection: Selection;
  locale: Locale;
};
