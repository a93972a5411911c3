import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cell } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { TypeDot } from '@/components/ui/type-dot';
import type { TableColumn } from '@/lib/explore/columns';
import type { Coded, TableRow } from '@/lib/explore/table';
import { type Locale, listed } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import type { SortKey } from '@/lib/incidents/row';
import styles from '../records-table.module.css';

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, TableRow>();

/** The columns that can be sorted, with the key of the sort. */
export const sortOf: Partial<Record<TableColumn, SortKey>> = {
  date: 'date',
  title: 'title',
  type: 'type',
  place: 'place',
  size: 'size',
};

/** The column whose cells lead to the record: that of the title, else the first. */
export function mainColumn(shown: readonly TableColumn[]): TableColumn {
  return shown.includes('title') ? 'title' : (shown[0] ?? 'title');
}

const mostTags = 2;
const labels = (items: readonly Coded[], locale: Locale) =>
  listed(
    items.map(({ label }) => label),
    locale,
  );

/** The columns that are shown, in order. `query`: what goes along to the page of a record, `?` included. */
export function columnsFor(locale: Locale, query: string, shown: readonly TableColumn[]) {
  const t = tableMessages[locale];
  const main = mainColumn(shown);
  const draw: Record<TableColumn, (row: TableRow) => ReactNode> = {
    date: ({ date }) => date,
    title: ({ title }) => title,
    type: ({ type }) => <TypeDot code={type.code} label={type.label} />,
    place: ({ place, outside }) => (
      <>
        {place}
        {outside && <span className={cell.muted}> ({t.outside})</span>}
      </>
    ),
    size: ({ size }) => size,
    orders: ({ orders }) => <Tags items={orders} all={labels(orders, locale)} more={t.more} />,
    offices: ({ offices }) => labels(offices, locale),
    source: ({ sources }) => <Sources sources={sources} />,
    issues: ({ issues }) => labels(issues, locale),
    groups: ({ groups }) => labels(groups, locale),
    responses: ({ responses }) => labels(responses, locale),
    summary: ({ summary }) => summary,
    dataset: ({ dataset }) => dataset,
    ref: ({ ref }) => ref,
    forms: ({ forms }) => labels(forms, locale),
    targets: ({ targets }) => labels(targets, locale),
    destination: ({ destination }) => destination,
    category: ({ category }) => category,
    precision: ({ precision }) => precision,
    status: ({ status }) => status,
  };
  return helper.columns(
    shown.map((id) =>
      helper.display({
        id,
        header: t.columnNames[id],
        cell: ({ row: { original } }) =>
          id === main ? (
            <a
              href={`/incidents/${encodeURIComponent(original.ref)}${query}`}
              className={cell.main}
              data-opens
            >
              {draw[id](original)}
            </a>
          ) : (
            draw[id](original)
          ),
      }),
    ),
  );
}

type TagsProps = { items: readonly Coded[]; all: string; more: (n: string) => string };

/** A few terms, and how many more there are: a row is of one height. */
function Tags({ items, all, more }: TagsProps) {
  if (items.length === 0) return null;
  const rest = items.length - mostTags;
  return (
    <span className={styles.tags} title={items.length > 1 ? all : undefined}>
      {items.slice(0, mostTags).map(({ code, label }) => (
        <Tag key={code}>{label}</Tag>
      ))}
      {rest > 0 && <span className={styles.rest}>{more(String(rest))}</span>}
    </span>
  );
}

function Sources({ sources }: Pick<TableRow, 'sources'>) {
  return sources.map(({ ref, label }) => (
    <Link key={ref} href={`/sources/${encodeURIComponent(ref)}`} prefetch={false} className={styles.source}>
      {label}
    </Link>
  ));
}
