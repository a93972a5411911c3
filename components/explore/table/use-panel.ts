'use client';

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ExplorePage } from '@/lib/explore/open';
import { useExplore } from '../explore-context';
import type { TableHandle } from '../records-table';
import { hasLayer, takesEscape } from './escape';
import type { Rows } from './use-rows';
import { useSteady } from './use-steady';
import { walk } from './walk';

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
  /** Shows several records; `opener` has the focus when they are closed. */
  compare: (refs: readonly string[], opener: HTMLElement) => void;
  close: () => void;
  /** Goes to the next or the previous row, fetching more where it must. */
  step: (by: 1 | -1) => void;
  /** The arrow keys, j and k go from row to row. Esc is listened to on the whole page. */
  onKeyDown: (event: KeyboardEvent) => void;
};

const arrows = { ArrowDown: 1, ArrowUp: -1 } as const;

/** Whether an element is in the panel. */
const isIn = (element: Element | null) => element?.closest('[data-record-panel]') != null;

/** Keeps the open record in the address. Opening can be undone by the Back button; walking takes its place. */
export function usePanel(page: ExplorePage, rows: Rows, table: RefObject<TableHandle | null>): PanelState {
  const { adjust } = useExplore();
  const { record } = page.selection.view;
  const [compared, setCompared] = useState<readonly string[] | null>(null);
  const [byAct, setByAct] = useState(false);
  const opener = useRef<HTMLElement>(null);
  /** Steps that are still to be gone: those since the last frame, and those that wait for rows. */
  const owed = useRef(0);
  const frame = useRef<number>(undefined);
  const index = record === null ? -1 : rows.rows.findIndex(({ ref }) => ref === record);
  const refs = compared ?? (record === null ? null : [record]);
  const count = rows.rows.length;

  const show = (ref: string) => {
    const inTable = record !== null && table.current?.hasFocus() === true;
    setByAct(true);
    setCompared(null);
    if (ref !== record) adjust({ record: ref }, { replace: record !== null });
    if (inTable) requestAnimationFrame(() => table.current?.focusRow(ref));
  };
  const open = (ref: string) => {
    owed.current = 0;
    show(ref);
  };
  const closeAnd = (goBack: boolean) => {
    owed.current = 0;
    if (compared) {
      setCompared(null);
      if (!goBack) return;
      if (opener.current?.isConnected) opener.current.focus();
      else table.current?.focusRow(record ?? '');
    } else if (record !== null) {
      adjust({ record: null });
      if (goBack) table.current?.focusRow(record);
    }
  };
  const go = useSteady(() => {
    frame.current = undefined;
    const by = owed.current;
    if (index < 0 || by === 0) return;
    const to = walk(index, by, count, rows.hasMore);
    owed.current = to.owed;
    const row = rows.rows[to.index];
    // Drawn at once: the next frame goes on from this row.
    if (row && to.index !== index) flushSync(() => show(row.ref));
    if (to.owed > 0) rows.loadMore();
  });
  // Keys may come faster than the page is drawn: a row is drawn for each frame, not for each key.
  const step = useCallback(
    (by: 1 | -1) => {
      owed.current += by;
      frame.current ??= requestAnimationFrame(() => go());
    },
    [go],
  );
  useEffect(() => () => cancelAnimationFrame(frame.current ?? 0), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows have come
  useEffect(() => {
    if (owed.current > 0) frame.current ??= requestAnimationFrame(() => go());
  }, [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are other rows
  useEffect(() => {
    owed.current = 0;
  }, [rows.key]);

  const isOpen = refs !== null;
  const onPageKey = useSteady((event: globalThis.KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { activeElement, body } = document;
    if (event.key === 'Escape') {
      if (takesEscape(activeElement)) return;
      // Who is elsewhere on the page stays there.
      closeAnd(compared ? isIn(activeElement) || activeElement === body : isIn(activeElement));
    } else if (!byAct && !compared && activeElement === body && event.key in arrows && !hasLayer())
      step(arrows[event.key as keyof typeof arrows]);
    else return;
    event.preventDefault();
  });
  // After all that listens in the page: what an open menu or a chart has taken does not come here.
  useEffect(() => {
    if (!isOpen) return;
    window.addEventListener('keydown', onPageKey);
    return () => window.removeEventListener('keydown', onPageKey);
  }, [isOpen, onPageKey]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (refs === null || compared || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('[role="separator"], input:not([type="checkbox"]), select, textarea')) return;
    if (event.key === 'ArrowDown' || event.key === 'j') step(1);
    else if (event.key === 'ArrowUp' || event.key === 'k') step(-1);
    else return;
    event.preventDefault();
  };
  return {
    record,
    refs,
    index,
    hasPrevious: index > 0,
    hasNext: index >= 0 && (index + 1 < count || rows.hasMore),
    byAct,
    open,
    compare: (some, by) => {
      opener.current = by;
      setByAct(true);
      setCompared(some);
    },
    close: () => closeAnd(true),
    step,
    onKeyDown,
  };
}
