'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ExplorePage } from '@/lib/explore/open';
import type { RowsAnswer } from '@/lib/explore/rows';
import type { TableRow } from '@/lib/explore/table';
import { defaultView, pageSize, selectionQuery } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';

/** The rows of the table that are at hand, and the way to more. */
export type Rows = {
  /** Changes when other rows are shown, or the same in another order or language. */
  key: string;
  rows: readonly TableRow[];
  /** Rows before the first of `rows`: more than none on a later page of a browser without scripts. */
  before: number;
  total: number;
  /** Whether there are rows after those at hand. */
  hasMore: boolean;
  state: 'idle' | 'loading' | 'failed';
  /** Fetches the rows that follow, unless they are being fetched; after a failure, tries again. */
  loadMore: () => void;
};

type Added = { of: string; rows: readonly TableRow[]; next: string | null; state: Rows['state'] };

/** Begins with the rows that came with the page and fetches those that follow, one piece after another. */
export function useRows(page: ExplorePage, locale: Locale): Rows {
  const { selection, table, totals } = page;
  const { filters, view } = selection;
  const question = useMemo(
    () => selectionQuery({ filters, view: { ...defaultView, sort: view.sort, lang: locale } }),
    [filters, view.sort, locale],
  );
  const key = [question, table.page, totals.incidents, table.rows[0]?.ref, table.next].join(' ');
  const [added, setAdded] = useState<Added>({ of: '', rows: [], next: null, state: 'idle' });
  const current: Added = added.of === key ? added : { of: key, rows: [], next: table.next, state: 'idle' };
  const latest = useRef(current);
  const running = useRef<AbortController>(undefined);
  useEffect(() => {
    latest.current = current;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for other rows is no longer wanted
  useEffect(() => () => running.current?.abort(), [key]);

  const loadMore = useCallback(() => {
    const { of, rows, next, state } = latest.current;
    if (next === null || state === 'loading') return;
    const control = new AbortController();
    running.current = control;
    const put = (change: Partial<Added>) => {
      latest.current = { of, rows, next, state, ...change };
      setAdded(latest.current);
    };
    put({ state: 'loading' });
    ask(`/rows.json${question}&after=${next}`, control.signal).then(
      (answer) => {
        if (!control.signal.aborted)
          put({ rows: [...rows, ...answer.rows], next: answer.next, state: 'idle' });
      },
      () => {
        if (!control.signal.aborted) put({ state: 'failed' });
      },
    );
  }, [question]);

  const rows = useMemo(() => distinct(table.rows, current.rows), [table.rows, current.rows]);
  return {
    key,
    rows,
    before: (table.page - 1) * pageSize,
    total: totals.incidents,
    hasMore: current.next !== null,
    state: current.state,
    loadMore,
  };
}

async function ask(address: string, signal: AbortSignal): Promise<RowsAnswer> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** The rows one after another; a record that was moved by a change of its data in the meantime stands once. */
function distinct(first: readonly TableRow[], added: readonly TableRow[]): readonly TableRow[] {
  if (added.length === 0) return first;
  const seen = new Set<string>();
  return [...first, ...added].filter(({ ref }) => !seen.has(ref) && seen.add(ref));
}
