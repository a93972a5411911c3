'use client';

import { type MouseEvent, type PointerEvent, useMemo } from 'react';
import type { ExplorePage } from '@/lib/explore/open';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { RetryNotice } from '../ui/retry-notice';
import styles from './explore.module.css';
import { ExploreContext } from './explore-context';
import { ExploreView } from './explore-view';
import { IncidentsView } from './incidents-view';
import { useSelectionPage } from './use-selection-page';

type ExploreAppProps = {
  page: ExplorePage;
  /** The query string that the page answers, as `URLSearchParams` writes it. */
  search: string;
  /** The page's own address: a link to it under another query is answered without leaving the page. */
  base: '/' | '/incidents';
  locale: Locale;
};

/** Explore or the list of incidents, and the way from one selection to the next without a new page. */
export function ExploreApp({ page: first, search, base, locale }: ExploreAppProps) {
  const { page, isBusy, failed, retry, go, adjust, foresee } = useSelectionPage(first, search);
  const kept = page.totals.incidents;
  const acts = useMemo(() => ({ go, adjust, kept }), [go, adjust, kept]);

  // Drawn when there is another page, and not with every step of the router.
  const view = useMemo(
    () =>
      base === '/' ? (
        <ExploreView page={page} locale={locale} />
      ) : (
        <IncidentsView page={page} locale={locale} />
      ),
    [page, base, locale],
  );

  const onPointerDown = (event: PointerEvent) => {
    const url = ownAddress(event, base);
    if (url && event.isPrimary) foresee(url.searchParams.toString());
  };
  const onClick = (event: MouseEvent) => {
    const url = ownAddress(event, base);
    if (!url || event.defaultPrevented) return;
    event.preventDefault();
    go(url.pathname + url.search);
  };

  return (
    <ExploreContext value={acts}>
      <div
        className={isBusy ? styles.busy : undefined}
        aria-busy={isBusy}
        onClickCapture={onClick}
        onPointerDownCapture={onPointerDown}
      >
        {failed && (
          <RetryNotice
            message={`${failed.message} ${exploreMessages[locale].failed}`}
            onRetry={retry}
            locale={locale}
          />
        )}
        {view}
      </div>
    </ExploreContext>
  );
}

/** The address of a link to the page itself that was plainly clicked; null for everything else. */
function ownAddress(event: MouseEvent, base: string): URL | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!link || link.hasAttribute('download') || link.getAttribute('target')) return null;
  const url = new URL(link.getAttribute('href') ?? '', window.location.href);
  const isOwn = url.origin === window.location.origin && url.pathname === base && url.hash === '';
  return isOwn ? url : null;
}
