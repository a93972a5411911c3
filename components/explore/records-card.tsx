import { ExportButton } from '@/components/exports/export-button';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { ExplorePage } from '@/lib/explore/open';
import { pageSize, selectionPath } from '@/lib/explore/view';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { ColumnMenu } from './column-menu';
import styles from './explore.module.css';
import { RecordsTable } from './records-table';

/** The records themselves, with their export: the row count stands on the button. */
export function RecordsCard({ page, base, locale }: { page: ExplorePage; base: string; locale: Locale }) {
  const t = exploreMessages[locale].table;
  const { selection, table, totals } = page;
  const { sort } = selection.view;
  const number = (value: number) => formatNumber(value, locale);
  const n = number(totals.incidents);
  const pageHref = (to: number) =>
    selectionPath(base, { ...selection, view: { ...selection.view, page: to } });
  const from = (table.page - 1) * pageSize + 1;
  return (
    <Card
      id="records"
      title={t.title}
      subtitle={t.subtitle(n, totals.incidents === 1, t.sorts[sort.key](sort.descending))}
      actions={
        <>
          <ColumnMenu selection={selection} base={base} locale={locale} />
          <ExportButton
            selection={selection}
            locale={locale}
            counts={{ kept: totals.incidents }}
            synthetic={totals.synthetic > 0}
          />
        </>
      }
      footerStart={page.time.frame.source}
      footerEnd={t.rows(number(from), number(from + table.rows.length - 1), n)}
    >
      <RecordsTable rows={table.rows} selection={selection} base={base} locale={locale} />
      {table.pages > 1 && (
        <nav className={styles.pages} aria-label={t.page(number(table.page), number(table.pages))}>
          {table.page > 1 && (
            <ButtonLink href={pageHref(table.page - 1)} size="small" rel="prev">
              {t.previous}
            </ButtonLink>
          )}
          <span>{t.page(number(table.page), number(table.pages))}</span>
          {table.page < table.pages && (
            <ButtonLink href={pageHref(table.page + 1)} size="small" rel="next">
              {t.next}
            </ButtonLink>
          )}
        </nav>
      )}
    </Card>
  );
}
