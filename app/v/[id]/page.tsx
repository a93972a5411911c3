import { notFound, redirect } from 'next/navigation';
import { pageViewer } from '@/lib/auth/session';
import { getSavedView } from '@/lib/saved-views/queries';
import { viewQuery } from '@/lib/saved-views/state';

/** The short link of a saved view: goes on (307) to the page with the filter and view that were saved. */
export default async function SavedViewPage({ params }: { params: Promise<{ id: string }> }) {
  const view = await getSavedView((await params).id, await pageViewer());
  if (!view) notFound();
  redirect(view.page + viewQuery(view));
}
