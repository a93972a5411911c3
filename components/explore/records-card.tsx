'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { ExportButton } from '@/components/exports/export-button';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { usualColumns } from '@/lib/explore/columns';
import type { ExplorePage } from '@/lib/explore/open';
import { copiedText } from '@/lib/explore/table-text';
import { selectionPath, selectionQuery } from '@/lib/explore/view';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import { filterEntries } from '@/lib/incidents/selection';
import { writeQuery } from '@/lib/url/params';
import { ColumnMenu } from './column-menu';
import styles from './explore.module.css';
import { useExplore } from './explore-context';
import { RecordsTable, type TableHandle } from './records-table';
import own from './records-table.module.css';
import { KeepPlace } from './table/keep-place';
import { SelectionBar } from './table/selection-bar';
import { usePanel } from './table/use-panel';
import { useRows } from './table/use-rows';
import { useAlive } from './table/use-screen';
import { useSelected } from './table/use-selected';

const RecordPanel = dynamic(() => import('./record-panel').then((module) => module.RecordPanel));

const ActsButton = dynamic(() => import('../acts/acts-button').then((module) => module.ActsButton));

/** The records themselves, with what can be done with them, and one of them beside the table. */
export function RecordsCard({ page, base, locale }: { page: ExplorePage; base: string; locale: Locale }) {
  const t = tableMessages[locale];
  const { selection, totals } = page;
  const { sort, cols } = selection.view;
  const number = (value: number) => formatNumber(value, locale);
  const n = number(totals.incidents);
  const table = useRef<TableHandle>(null);
  const rows = useRows(page, locale);
  const selected = useSelected(rows, `${locale} ${JSON.stringify(filterEntries(selection.filters))}`);
  const panel = usePanel(page, rows, table);
  const isAlive = useAlive();
  const { edits } = useExplore();
  const columns = cols ?? usualColumns;
  const shared = rows.rows.filter(({ shareable }) => shareable);
  const place = panel.index < 0 ? null : number(rows.before + panel.index + 1);
  const isOpen = panel.record !== null;
  return (
    <KeepPlace open={isOpen}>
      <Card
        id="records"
        className={isOpen ? own.withPanel : undefined}
        title={t.title}
        subtitle={t.subtitle(n, totals.incidents === 1, t.sorts[sort.key](sort.descending))}
        actions={
          <>
            <ColumnMenu selection={selection} base={base} locale={locale} />
            <CopyButton
              text={() => copiedText(shared, columns, t.columnNames, t.synthetic)}
              label={t.copyTable(number(shared.length), shared.length === 1)}
              ariaLabel={`${t.copyTable(number(shared.length), shared.length === 1)} ${t.copyHint}`}
              doneLabel={t.copied}
              failedLabel={t.copyFailed}
            />
            <ExportButton
              selection={selection}
              locale={locale}
              counts={{ kept: totals.incidents }}
              synthetic={totals.synthetic > 0}
            />
            {edits && (
              <ActsButton
                of={{ query: writeQuery(filterEntries(selection.filters)) }}
                count={totals.incidents}
                locale={locale}
              />
            )}
          </>
        }
        footerStart={page.time.frame.source}
        footerEnd={page.time.frame.n}
      >
        <RecordsTable
          rows={rows}
          selected={selected}
          open={panel.record}
          onOpen={panel.open}
          onKeyDown={panel.onKeyDown}
          handle={table}
          selection={selection}
          base={base}
          locale={locale}
        />
        {selected.rows.length > 0 && (
          <SelectionBar
            rows={selected.rows}
            columns={columns}
            locale={locale}
            onCompare={(button) =>
              panel.compare(
                selected.rows.map(({ ref }) => ref),
                button,
              )
            }
            onClear={selected.clear}
          >
            {edits && (
              <ActsButton
                of={{ refs: selected.rows.map(({ ref }) => ref) }}
                count={selected.rows.length}
                locale={locale}
              />
            )}
          </SelectionBar>
        )}
        <noscript>
          <Pages page={page} base={base} locale={locale} />
        </noscript>
        {isAlive && panel.refs && (
          <RecordPanel
            refs={panel.refs}
            place={place === null ? t.panel.outOfRows : t.panel.of(place, n)}
            query={selectionQuery({ ...selection, view: { ...selection.view, record: null, page: 1 } })}
            takesFocus={panel.byAct}
            previous={panel.hasPrevious ? () => panel.step(-1) : null}
            next={panel.hasNext ? () => panel.step(1) : null}
            onClose={panel.close}
            onKeyDown={panel.onKeyDown}
            locale={locale}
          />
        )}
      </Card>
    </KeepPlace>
  );
}

/** The pages of the table, for browsers without scripts. */
function Pages({
  page: { selection, table },
  base,
  locale,
}: {
  page: ExplorePage;
  base: string;
  locale: Locale;
}) {
  const t = tableMessages[locale];
  if (table.pages <= 1) return null;
  const hrefOf = (page: number) => selectionPath(base, { ...selection, view: { ...selection.view, page } });
  const words = t.page(formatNumber(table.page, locale), formatNumber(table.pages, locale));
  return (
    <nav className={styles.pages} aria-label={words}>
      {table.page > 1 && (
        <ButtonLink href={hrefOf(table.page - 1)} size="small" rel="prev">
          {t.previous}
        </ButtonLink>
      )}
      <span>{words}</span>
      {table.page < table.pages && (
        <ButtonLink href={hrefOf(table.page + 1)} size="small" rel="next">
          {t.next}
        </ButtonLink>
      )}
    </nav>
  );
}
