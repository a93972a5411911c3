'use client';

import { useCallback, useEffect, useState } from 'react';
import type { UnitOutlines } from '@/lib/charts/types';

/** Outlines that have been fetched, by their address; they are the same for everybody and for the whole visit. */
const kept = new Map<string, UnitOutlines | null>();

/** Where the outlines of an area's units of one level are to be had. */
export function outlinesAddress(scopeId: string, level: string): string {
  return `/geo/shapes.json?scope=${encodeURIComponent(scopeId)}&level=${level}`;
}

export type Outlines = {
  /** Null = not there yet, or there are none. */
  outlines: UnitOutlines | null;
  state: 'waiting' | 'there' | 'none' | 'failed';
  retry: () => void;
};

/** The outlines at an address, fetched once in a visit; null = nothing is to be drawn. */
export function useOutlines(address: string | null): Outlines {
  const [failed, setFailed] = useState<string | null>(null);
  const [, setArrived] = useState(0);
  const load = useCallback((from: string) => {
    setFailed(null);
    let isWanted = true;
    ask(from).then(
      (outlines) => {
        kept.set(from, outlines);
        if (isWanted) setArrived((count) => count + 1);
      },
      () => {
        if (isWanted) setFailed(from);
      },
    );
    return () => {
      isWanted = false;
    };
  }, []);
  useEffect(() => {
    if (address !== null && !kept.has(address)) return load(address);
  }, [address, load]);
  const retry = useCallback(() => {
    if (address !== null) load(address);
  }, [address, load]);
  const outlines = address === null ? null : kept.get(address);
  const state =
    address === null || outlines === null
      ? 'none'
      : outlines
        ? 'there'
        : failed === address
          ? 'failed'
          : 'waiting';
  return { outlines: outlines ?? null, state, retry };
}

/** Null where there is no drawing of the units. */
async function ask(address: string): Promise<UnitOutlines | null> {
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
