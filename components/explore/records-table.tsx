'use client';

import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import Link from 'next/link';
import { useMemo } from 'react';
import { cell, DataTable } from '@/components/ui/data-table';
import { TagList } from '@/components/ui/tag';
import { TypeDot } from '@/components/ui/type-dot';
import { type TableColumn, usualColumns } from '@/lib/explore/columns';
import type { Coded, TableRow } from '@/lib/explore/table';
import { selectionPath, selectionQuery } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import type { SortKey } from '@/lib/incidents/row';
import type { SelectionProps } from './props';
import styles from './records-table.module.css';

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, TableRow>();

/** The columns that can be sorted, with the key of the sort. */
const sortOf: Partial<Record<TableColumn, SortKey>> = {
  date: 'date',
  title: 'title',
  type: 'type',
  place: 'place',
  size: 'size',
};

const labels = (items: Coded[]) => items.map(({ label }) => label).join(', ');
const tags = (items: Coded[]) => <TagList items={items.map(({ code, label }) => ({ key: code, label }))} />;

function columnsFor(locale: Locale, query: string, shown: readonly TableColumn[]) {
  const t = exploreMessages[locale].table;
  const head = t.columnNames;
  const column = (id: TableColumn, draw: (row: TableRow) => React.ReactNode) =>
    helper.display({ id, header: head[id], cell: ({ row }) => draw(row.original) });
  const columns = [
    column('date', ({ date }) => date),
    column('title', ({ ref, title }) => (
      <Link href={`/incidents/${ref}${query}`} prefetch={false} className={cell.main}>
        {title}
      </Link>
    )),
    column('type', ({ type }) => <TypeDot code={type.code} label={type.label} />),
    column('place', ({ place, outside }) => (
      <>
        {place}
        {outside && <span className={cell.muted}> ({t.outside})</span>}
      </>
    )),
    column('size', ({ size }) => size),
    column('orders', ({ orders }) => tags(orders)),
    column('offices', ({ offices }) => labels(offices)),
    column('source', ({ sources }) =>
      sources.map(({ ref, label }) => (
        <Link key={ref} href={`/sources/${ref}`} prefetch={false} className={styles.source}>
          {label}
        </Link>
      )),
    ),
    column('issues', ({ issues }) => labels(issues)),
    column('groups', ({ groups }) => labels(groups)),
    column('responses', ({ responses }) => labels(responses)),
    column('summary', ({ summary }) => summary),
    column('dataset', ({ dataset }) => dataset),
    column('ref', ({ ref }) => ref),
  ];
  return helper.columns(shown.flatMap((id) => columns.filter((one) => one.id === id)));
}

const cellClass: Partial<Record<TableColumn, string | undefined>> = {
  date: cell.nowrap,
  title: styles.title,
  summary: styles.summary,
  type: cell.nowrap,
  size: cell.num,
  source: styles.sources,
  ref: cell.nowrap,
};

/** A page of incidents. Sorting, columns and pages are addresses. */
export function RecordsTable(props: SelectionProps & { rows: TableRow[] }) {
  const { rows, selection, base, locale } = props;
  const t = exploreMessages[locale].table;
  const { view } = selection;
  const query = selectionQuery(selection);
  // The address names the columns and their order, so the table is given just these.
  const columns = useMemo(
    () => columnsFor(locale, query, view.cols ?? usualColumns),
    [locale, query, view.cols],
  );
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.ref,
  });
  const sortHref = (key: SortKey) => {
    const descending = view.sort.key === key ? !view.sort.descending : key === 'date' || key === 'size';
    return selectionPath(base, { ...selection, view: { ...view, page: 1, sort: { key, descending } } });
  };
  return (
    <DataTable label={t.region} className={styles.table} stacked>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const id = header.column.id as TableColumn;
              const key = sortOf[id];
              const current = key === view.sort.key;
              return (
                <th
                  key={header.id}
                  scope="col"
                  className={id === 'size' ? cell.num : undefined}
                  aria-sort={current ? (view.sort.descending ? 'descending' : 'ascending') : undefined}
                >
                  {key ? (
                    <Link href={sortHref(key)} prefetch={false} scroll={false} className={styles.sort}>
                      <table.FlexRender header={header} />
                      <span aria-hidden="true">{current ? (view.sort.descending ? ' ↓' : ' ↑') : ''}</span>
                    </Link>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} data-command-row>
            {row.getAllCells().map((one) => (
              <td
                key={one.id}
                className={cellClass[one.column.id as TableColumn]}
                data-label={t.columnNames[one.column.id as TableColumn]}
              >
                <div>
                  <table.FlexRender cell={one} />
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
