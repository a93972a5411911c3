'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { TableRow } from '@/lib/explore/table';
import type { Rows } from './use-rows';

/** The rows that are ticked. They stay when more rows come or the order changes, and go with the filter. */
export type Selected = {
  refs: ReadonlySet<string>;
  /** In the order of the table, as far as they are among its rows. */
  rows: readonly TableRow[];
  /** Ticks or unticks a row; with `range`, all rows from the one ticked last to it. */
  toggle: (index: number, range: boolean) => void;
  /** Ticks all rows at hand; when they are ticked already, none. */
  toggleAll: () => void;
  clear: () => void;
};

type Ticked = { of: string; rows: ReadonlyMap<string, TableRow> };

/** `filter`: what the ticks belong to. */
export function useSelected({ rows }: Rows, filter: string): Selected {
  const [ticked, setTicked] = useState<Ticked>({ of: filter, rows: new Map() });
  const current = useMemo(
    () => (ticked.of === filter ? ticked : { of: filter, rows: new Map<string, TableRow>() }),
    [ticked, filter],
  );
  const last = useRef<string>(undefined);
  const put = useCallback(
    (next: ReadonlyMap<string, TableRow>) => setTicked({ of: filter, rows: next }),
    [filter],
  );

  const toggle = useCallback(
    (index: number, range: boolean) => {
      const row = rows[index];
      if (!row) return;
      const isOn = !current.rows.has(row.ref);
      const from = range ? rows.findIndex(({ ref }) => ref === last.current) : -1;
      const [low, high] = from < 0 ? [index, index] : [Math.min(from, index), Math.max(from, index)];
      const next = new Map(current.rows);
      for (const one of rows.slice(low, high + 1)) {
        if (isOn) next.set(one.ref, one);
        else next.delete(one.ref);
      }
      last.current = row.ref;
      put(next);
    },
    [rows, current, put],
  );
  const toggleAll = useCallback(() => {
    const isAll = rows.every(({ ref }) => current.rows.has(ref));
    put(isAll ? new Map() : new Map([...current.rows, ...rows.map((row) => [row.ref, row] as const)]));
  }, [rows, current, put]);
  const clear = useCallback(() => put(new Map()), [put]);

  return useMemo(() => {
    const place = new Map(rows.map(({ ref }, index) => [ref, index]));
    const at = ({ ref }: TableRow) => place.get(ref) ?? Number.POSITIVE_INFINITY;
    return {
      refs: new Set(current.rows.keys()),
      rows: [...current.rows.values()].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0)),
      toggle,
      toggleAll,
      clear,
    };
  }, [rows, current, toggle, toggleAll, clear]);
}
