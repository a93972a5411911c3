'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page has come to life in the browser; false while it is drawn by the server. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

const narrowScreen = '(max-width: 640px)';

/** Whether the screen is so narrow that rows are drawn as blocks; false while the page is drawn by the server. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = window.matchMedia(narrowScreen);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => window.matchMedia(narrowScreen).matches,
    () => false,
  );
}
