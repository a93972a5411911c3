'use client';

import { createContext, useContext } from 'react';

/** What parts of the Explore page can ask of the whole. */
export type ExploreActs = {
  /**
   * Shows another selection of the same page: its address goes into the history (or takes the place of the
   * present one), its numbers come from the server, and the page stays where it is.
   */
  go: (href: string, options?: { replace?: boolean }) => void;
  /** Whether an answer has been awaited for longer than a reader takes for instant. */
  isBusy: boolean;
  /** Incidents that the filter keeps. */
  kept: number;
};

export const ExploreContext = createContext<ExploreActs>({
  go: (href) => window.location.assign(href),
  isBusy: false,
  kept: 0,
});

/** What parts of the Explore page can ask of the whole. */
export function useExplore(): ExploreActs {
  return useContext(ExploreContext);
}
