import Link from 'next/link';
import { cell, DataTable } from '@/components/ui/data-table';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
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
  /** Whether each figure leads to its form. */
  edits?: boolean;
};

/** Totals that sources state, beside the words they are printed in. */
export function FigureTable({
  of,
  figures,
  places,
  locale,
  withSource = true,
  edits = false,
}: FigureTableProps) {
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
            <td>
              <span lang={titleLang(locale, row.labelZh)}>{titleIn(locale, row.label, row.labelZh)}</span>{' '}
              {edits && <EditFigure figure={row} locale={locale} />}
            </td>
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

/** Leads to the form of a figure. */
function EditFigure({ figure, locale }: { figure: ReportedFigure; locale: Locale }) {
  const name = titleIn(locale, figure.label, figure.labelZh);
  return (
    <Link
      href={`/figures/${encodeURIComponent(figure.ref)}/edit`}
      prefetch={false}
      className="no-print"
      aria-label={`${editMessages[locale].edit}: ${name}`}
    >
      {editMessages[locale].edit}
    </Link>
  );
}
