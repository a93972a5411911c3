import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { filterSentence } from '@/lib/explore/describe';
import { loadReference, namesIn } from '@/lib/explore/reference';
import { parseSelection } from '@/lib/explore/request';
import type { Locale } from '@/lib/i18n/locale';
import { viewPath } from './id';
import { listSavedViews } from './queries';
import { viewQuery } from './state';
import type { ViewPage } from './types';

/** A saved view as the list shows it. */
export type ListedView = {
  id: string;
  name: string;
  description: string | null;
  page: ViewPage;
  /** The filter in words. */
  sentence: string;
  /** Parts that are no longer known, and left out when it is opened. */
  leftOut: number;
  /** Moment of saving, ISO 8601 in UTC. */
  createdAt: string;
  path: string;
};

/** A page of the list, and where it lies among the others. */
export type ViewList = { views: ListedView[]; total: number; page: number; pages: number };

/** Reads a page of the saved views, newest first, each with its filter in words. */
export async function openViewList(page: number, viewer: Viewer, locale: Locale): Promise<ViewList> {
  const reference = await loadReference(viewer);
  const names = namesIn(reference, locale);
  const { views, ...place } = await listSavedViews(page, viewer);
  return {
    ...place,
    views: views.map((view) => {
      const read = parseSelection(new URLSearchParams(viewQuery(view)), reference.known);
      return {
        id: view.id,
        name: view.name,
        description: view.description,
        page: view.page,
        sentence: filterSentence(read.filters, names, locale),
        leftOut: read.ignored.length,
        createdAt: view.createdAt,
        path: viewPath(view.id),
      };
    }),
  };
}
