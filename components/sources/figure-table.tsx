import { cell, DataTable } from '@/components/ui/data-table';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages, titleIn, titleLang } from '@/lib/i18n/messages/records';
import { type PlaceTrails, placeWords } from '@/lib/places/trails';
import type { ReportedFigure } from '@/lib/sources/types';
import { figureInWords, figurePeriod } from '@/lib/sources/words';
import { SourceRef } from './source-ref';

type FigureTableProps = {
  /** What the figures are of, for the name of the table's region. */
  of: string;
  figures: ReportedFigure[];
  places: PlaceTrails;
  locale: Locale;
  /** Whether the source of each figure is named; not needed on the page of the source. */
  withSource?: boolean;
};

/** Totals that sources state, beside the words they are printed in. */
export function FigureTable({ of, figures, places, locale, withSource = true }: FigureTableProps) {
  const words = recordMessages[locale];
  const { figure } = words;
  return (
    <DataTable label={figure.tableOf(of)} stacked>
      <thead>
        <tr>
          <th scope="col">{figure.what}</th>
          <th scope="col" className={cell.num}>
            {figure.value}
          </th>
          <th scope="col">{figure.period}</th>
          <th scope="col">{figure.place}</th>
          <th scope="col">{figure.printed}</th>
          <th scope="col">{withSource ? figure.source : words.source.where}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((row) => (
          <tr key={row.ref} id={row.ref}>
            <td lang={titleLang(locale, row.labelZh)}>{titleIn(locale, row.label, row.labelZh)}</td>
            <td data-label={figure.value} className={cell.num}>
              {figureInWords(row, locale)}
            </td>
            <td data-label={figure.period} className={cell.nowrap}>
              {figurePeriod(row, locale) ?? <span className="muted">{figure.open}</span>}
            </td>
            <td data-label={figure.place}>
              {row.placeId === null ? '–' : placeWords(places, row.placeId, locale)}
            </td>
            <td data-label={figure.printed} className={cell.muted}>
              {row.printed === null ? '–' : <q lang="en">{row.printed}</q>}
            </td>
            <td data-label={withSource ? figure.source : words.source.where} className={cell.nowrap}>
              {withSource ? (
                <SourceRef source={row.source} locator={row.locator} locale={locale} dated={false} />
              ) : (
                row.locator
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
