'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { PreviewedIn } from '@/lib/explore/counted-page';
import type { ExploreView } from '@/lib/explore/view';

/** What parts of the Explore page can ask of the whole. */
export type ExploreActs = {
  /**
   * Shows another selection of the same page: its address goes into the history (or takes the place of the
   * present one), its numbers come from the server, and the page stays where it is.
   */
  go: (href: string, options?: { replace?: boolean }) => void;
  /** Shows the same numbers under another view, such as other widths of columns: nothing is asked of the server. */
  adjust: (change: Partial<ExploreView>, options?: { replace?: boolean }) => void;
  /**
   * Shows the counts of a selection while it is being made in one of the charts, where they can be had at once;
   * null = no more.
   */
  preview: (href: string | null, within?: PreviewedIn) => void;
  /** Incidents that the filter keeps. */
  kept: number;
  /** Whether the viewer may change records. */
  edits: boolean;
  /** What the filter bar says where no script opens its menus. */
  menusNote: ReactNode;
};

export const ExploreContext = createContext<ExploreActs>({
  go: (href) => window.location.assign(href),
  adjust: () => {},
  preview: () => {},
  kept: 0,
  edits: false,
  menusNote: null,
});

/** What parts of the Explore page can ask of the whole. */
export function useExplore(): ExploreActs {
  return useContext(ExploreContext);
}
