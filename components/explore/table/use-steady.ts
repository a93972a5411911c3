'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same and does what the newest one does, for what is drawn anew only when it changes. */
export function useSteady<Given extends unknown[]>(
  newest: (...given: Given) => void,
): (...given: Given) => void {
  const held = useRef(newest);
  useLayoutEffect(() => {
    held.current = newest;
  });
  return useCallback((...given: Given) => held.current(...given), []);
}
