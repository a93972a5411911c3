'use client';

import { useTable } from '@tanstack/react-table';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { classes } from '@/components/ui/tone';
import { paperLayout, usualColumns } from '@/lib/explore/columns';
import type { TableRow } from '@/lib/explore/table';
import { pageSize, selectionQuery } from '@/lib/explore/view';
import { formatNumber } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import { Button } from '../ui/button';
import type { SelectionProps } from './props';
import styles from './records-table.module.css';
import { BodyRow } from './table/body-row';
import { columnsFor, features } from './table/columns';
import { Position, Printed } from './table/foot';
import { TableHead } from './table/head';
import { GapRow, RetryRow, SkeletonRow } from './table/other-rows';
import { usePins } from './table/use-pins';
import type { Rows } from './table/use-rows';
import { useAlive, useNarrow } from './table/use-screen';
import type { Selected } from './table/use-selected';
import { useSteady } from './table/use-steady';
import { useVirtual } from './table/use-virtual';
import { useWidths } from './table/use-widths';

/** Rows that are fetched before the reader comes to them, and stand-ins drawn while they come. */
const ahead = { fetched: 50, drawn: 20 };

/** What the card asks of its table. */
export type TableHandle = {
  /** Puts the focus on the row of a record, or on the table where the row is not drawn. */
  focusRow: (ref: string) => void;
  /** Whether the focus is in the table. */
  hasFocus: () => boolean;
};

type RecordsTableProps = SelectionProps & {
  rows: Rows;
  selected: Selected;
  /** Ref of the record in the panel; null = none. */
  open: string | null;
  onOpen: (ref: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  handle: Ref<TableHandle>;
};

/** The rows of the selection. Of many, only those in sight are drawn, and more come as the reader goes on. */
export function RecordsTable(props: RecordsTableProps) {
  const { rows, selected, selection, base, locale, open, handle } = props;
  const t = tableMessages[locale];
  const { view, filters } = selection;
  const region = useRef<HTMLElement>(null);
  const tableElement = useRef<HTMLTableElement>(null);
  const shown = view.cols ?? usualColumns;
  const columnsKey = shown.join('~');
  const query = useMemo(
    () => selectionQuery({ filters, view: { ...view, record: null, page: 1 } }),
    [filters, view],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same columns in the same order are the same
  const columns = useMemo(() => columnsFor(locale, query, shown), [locale, query, columnsKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const ids = useMemo(() => shown, [columnsKey]);
  const table = useTable({
    features,
    columns,
    data: rows.rows as TableRow[],
    getRowId: (row) => row.ref,
  });
  const heads = new Map(table.getHeaderGroups()[0]?.headers.map((head) => [head.column.id, head]));
  const body = table.getRowModel().rows;
  const widths = useWidths(view.widths, tableElement);
  const paper = paperLayout(shown, view.widths);
  usePins(region, tableElement, view.pin === 0 ? 0 : view.pin + 1, columnsKey);

  const isNarrow = useNarrow();
  const isAlive = useAlive();
  const waiting = !rows.hasMore
    ? 0
    : rows.state === 'failed'
      ? 1
      : Math.min(ahead.drawn, rows.total - rows.before - body.length);
  const active = open === null ? -1 : rows.rows.findIndex(({ ref }) => ref === open);
  const virtual = useVirtual({
    count: isNarrow ? body.length : body.length + waiting,
    isOn: isAlive && !isNarrow,
    drawAll: isNarrow,
    active,
    density: view.density,
    region,
  });
  const { inSight, isScrolled, segments, rowHeight } = virtual;

  const last = inSight?.to ?? 0;
  const isNear = last >= body.length - (isScrolled ? ahead.fetched : 0);
  const { loadMore, hasMore, state } = rows;
  useEffect(() => {
    if (inSight && isNear && hasMore && state === 'idle') loadMore();
  }, [inSight, isNear, hasMore, state, loadMore]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are read from their beginning
  useEffect(() => {
    if (isScrolled) region.current?.scrollTo({ top: 0 });
  }, [rows.key]);
  const show = useSteady(virtual.show);
  const walked = useRef(false);
  useEffect(() => {
    if (active < 0 || open === null) return;
    show(active);
    // An address with a record in it opens at the top of the page; walking from row to row keeps the row in sight.
    if (walked.current)
      requestAnimationFrame(() => rowOf(region.current, open)?.scrollIntoView({ block: 'nearest' }));
    walked.current = true;
  }, [active, open, show]);
  useImperativeHandle(handle, () => ({
    focusRow: (ref) => {
      const row = rowOf(region.current, ref);
      (row?.querySelector<HTMLElement>('[data-opens]') ?? region.current)?.focus();
    },
    hasFocus: () => region.current?.contains(document.activeElement) === true,
  }));

  const onTick = useSteady(selected.toggle);
  const onOpen = useSteady(props.onOpen);
  const span = shown.length + 1;
  const from = Math.min(inSight?.from ?? 0, body.length - 1);
  const to = inSight ? Math.min(inSight.to, body.length - 1) : body.length - 1;
  return (
    <>
      <Printed
        from={rows.before + 1}
        rows={Math.min(pageSize, body.length)}
        total={rows.total}
        locale={locale}
      />
      <DataTable
        label={t.region}
        className={classes(
          styles.table,
          widths.exact && styles.exact,
          view.density === 'compact' && styles.compact,
          paper.isWide && styles.dense,
        )}
        stacked
        tall
        rowCount={rows.total + 1}
        regionRef={region}
        tableRef={tableElement}
        onKeyDown={props.onKeyDown}
      >
        <colgroup className={styles.onScreen}>
          <col width={36} />
          {shown.map((column) => (
            <col key={column} width={widths.widthOf(column)} />
          ))}
        </colgroup>
        <colgroup className={styles.onPaper}>
          {shown.map((column, index) => (
            <col key={column} width={`${paper.shares[index]}%`} />
          ))}
        </colgroup>
        <TableHead
          selection={selection}
          base={base}
          locale={locale}
          columns={ids}
          widths={widths}
          selected={selected}
          rows={body.length}
          draw={(column) => {
            const head = heads.get(column);
            return head && <table.FlexRender header={head} />;
          }}
        />
        <tbody>
          {segments.map((segment) => {
            if (segment.kind === 'gap')
              return <GapRow key={`gap-${segment.from}`} height={segment.rows * rowHeight} span={span} />;
            const row = body[segment.index];
            if (row)
              return (
                <BodyRow
                  key={row.id}
                  row={row}
                  index={segment.index}
                  place={rows.before + segment.index + 2}
                  columns={ids}
                  pin={view.pin}
                  ticked={selected.refs.has(row.id)}
                  open={row.id === open}
                  later={segment.index >= pageSize}
                  locale={locale}
                  onTick={onTick}
                  onOpen={onOpen}
                />
              );
            return rows.state === 'failed' ? (
              <RetryRow key="retry" span={span} onRetry={loadMore} locale={locale} />
            ) : (
              <SkeletonRow key={`waiting-${segment.index}`} span={span} />
            );
          })}
        </tbody>
      </DataTable>
      {hasMore && (
        <div className={styles.showMore}>
          {state === 'failed' && <span role="alert">{t.loadFailed}</span>}
          <Button disabled={state === 'loading'} onClick={loadMore}>
            {state === 'failed'
              ? t.retry
              : t.showMore(formatNumber(Math.min(100, rows.total - rows.before - body.length), locale))}
          </Button>
        </div>
      )}
      <span className="visually-hidden" role="status">
        {state === 'loading' ? t.loading : ''}
      </span>
      <Position
        selection={selection}
        base={base}
        locale={locale}
        from={rows.before + from + 1}
        to={rows.before + to + 1}
        total={rows.total}
        whole={!hasMore}
        onTop={() => region.current?.scrollTo({ top: 0 })}
        onEnd={() => region.current?.scrollTo({ top: region.current.scrollHeight })}
      />
    </>
  );
}

function rowOf(region: HTMLElement | null, ref: string): Element | null {
  return region?.querySelector(`tr[data-ref="${CSS.escape(ref)}"]`) ?? null;
}
