'use client';

import type { ChartFrame } from '@/lib/charts/types';
import type { Selection } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { ExportButton } from '../exports/export-button';
import { useExplore } from './explore-context';

type CardExportProps = {
  /** Name of the chart in addresses. */
  name: string;
  frame: ChartFrame;
  selection: Selection;
  locale: Locale;
};

/** The export of one chart and of the records that the page counts. */
export function CardExport({ name, frame, selection, locale }: CardExportProps) {
  const { kept } = useExplore();
  return (
    <ExportButton
      selection={selection}
      locale={locale}
      chart={{ name, title: frame.title }}
      counts={{ kept }}
      synthetic={frame.synthetic > 0}
    />
  );
}
