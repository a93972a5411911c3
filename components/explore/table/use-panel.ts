'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { ExplorePage } from '@/lib/explore/open';
import { useExplore } from '../explore-context';
import type { TableHandle } from '../records-table';
import type { Rows } from './use-rows';

/** What is shown beside the table, and how it is walked. */
export type PanelState = {
  /** Ref of the record whose row is marked; null = none. */
  record: string | null;
  /** Refs of the records in the panel: one, or several to compare; null = the panel is closed. */
  refs: readonly string[] | null;
  /** Place of the record among the rows at hand; -1 = it is not among them. */
  index: number;
  hasPrevious: boolean;
  hasNext: boolean;
  /** Whether the reader has opened the panel, rather than come by an address with a record in it. */
  byAct: boolean;
  open: (ref: string) => void;
  compare: (refs: readonly string[]) => void;
  close: () => void;
  /** Goes to the next or the previous row, fetching more where it must. */
  step: (by: 1 | -1) => void;
  /** Esc closes; the arrow keys, j and k go from row to row. */
  onKeyDown: (event: KeyboardEvent) => void;
};

/** Keeps the open record in the address. Opening can be undone by the Back button; walking takes its place. */
export function usePanel(page: ExplorePage, rows: Rows, table: RefObject<TableHandle | null>): PanelState {
  const { adjust } = useExplore();
  const { record } = page.selection.view;
  const [compared, setCompared] = useState<readonly string[] | null>(null);
  const [byAct, setByAct] = useState(false);
  const awaitsNext = useRef(false);
  const index = record === null ? -1 : rows.rows.findIndex(({ ref }) => ref === record);
  const next = index < 0 ? undefined : rows.rows[index + 1];
  const refs = compared ?? (record === null ? null : [record]);

  const show = (ref: string) => {
    const inTable = record !== null && table.current?.hasFocus() === true;
    setByAct(true);
    setCompared(null);
    if (ref !== record) adjust({ record: ref }, { replace: record !== null });
    if (inTable) requestAnimationFrame(() => table.current?.focusRow(ref));
  };
  const close = () => {
    awaitsNext.current = false;
    if (compared) return setCompared(null);
    if (record === null) return;
    adjust({ record: null });
    table.current?.focusRow(record);
  };
  const step = (by: 1 | -1) => {
    const row = index < 0 ? undefined : rows.rows[index + by];
    if (row) return show(row.ref);
    if (by === 1 && index >= 0 && rows.hasMore) {
      awaitsNext.current = true;
      rows.loadMore();
    }
  };
  useEffect(() => {
    if (!awaitsNext.current || !next) return;
    awaitsNext.current = false;
    show(next.ref);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (refs === null || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('[role="separator"], input:not([type="checkbox"]), select, textarea')) return;
    if (event.key === 'Escape') close();
    else if (compared) return;
    else if (event.key === 'ArrowDown' || event.key === 'j') step(1);
    else if (event.key === 'ArrowUp' || event.key === 'k') step(-1);
    else return;
    event.preventDefault();
  };
  return {
    record,
    refs,
    index,
    hasPrevious: index > 0,
    hasNext: next !== undefined || (index >= 0 && rows.hasMore),
    byAct,
    open: show,
    compare: (some) => {
      setByAct(true);
      setCompared(some);
    },
    close,
    step,
    onKeyDown,
  };
}
