'use client';

import {
  type ComponentType,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ExplorePage } from '@/lib/explore/open';
import { type Locale, siteName } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { RetryNotice } from '../ui/retry-notice';
import { classes } from '../ui/tone';
import { useColumns } from './counting/use-columns';
import styles from './explore.module.css';
import { ExploreContext } from './explore-context';
import { useSelectionPage } from './use-selection-page';

/** Milliseconds of rest on a link after which its answer is asked for. */
const rest = 80;

/** What the server gives the page of a selection. */
export type SelectionAppProps = {
  page: ExplorePage;
  /** The query string that the page answers, as `URLSearchParams` writes it. */
  search: string;
  locale: Locale;
  /** Whether the viewer may change records. */
  edits: boolean;
  /** What the filter bar says where no script opens its menus. */
  menusNote: ReactNode;
};

type SelectionShellProps = SelectionAppProps & {
  /** The page's own address: a link to it under another query is answered without leaving the page. */
  base: '/' | '/incidents';
  View: ComponentType<{ page: ExplorePage; locale: Locale }>;
};

/** The page of a selection, and the way from one selection to the next without a new page. */
export function SelectionApp(props: SelectionShellProps) {
  const { page: first, search, base, locale, edits, menusNote, View } = props;
  // The list of records alone has little to count, and its rows come from the server anyway.
  const [version, setVersion] = useState(base === '/' ? first.columns : null);
  const columns = useColumns(version, locale);
  const selected = useSelectionPage(first, search, columns.count);
  const { page, isBusy, failed, retry, go, adjust, foresee, preview } = selected;
  // Answers tell of a later version of the data; one that was kept for a while may be of an earlier one.
  const told = base === '/' ? page.columns : null;
  const newest = told === null ? null : Math.max(told, version ?? told);
  if (newest !== version) setVersion(newest);
  const kept = page.totals.incidents;
  const acts = useMemo(
    () => ({ go, adjust, preview, kept, edits, menusNote }),
    [go, adjust, preview, kept, edits, menusNote],
  );

  // Drawn when there is another page, and not with every step of the router.
  const view = useMemo(() => <View page={page} locale={locale} />, [View, page, locale]);

  // Tabs and steps back are told apart by what they show; a look at something else changes no title.
  const title = base === '/' && !page.previewedIn ? page.headline.title : null;
  useEffect(() => {
    if (title !== null) document.title = `${title} · ${siteName}`;
  }, [title]);

  // A link that takes itself away names what takes its place (`data-then`), where the focus goes on.
  const left = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is drawn
  useEffect(() => {
    if (!left.current || left.current.isConnected) return;
    const home = document.querySelector<HTMLElement>(`[data-home="${left.current.dataset.then}"]`);
    if (!home) return;
    left.current = null;
    if (document.activeElement === document.body) home.focus({ preventScroll: true });
  }, [page]);

  // Who rests on a link is likely to follow it: its answer is asked for before.
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onRest = (event: SyntheticEvent) => {
    clearTimeout(resting.current);
    const url = addressOf(event.target, base);
    if (url) resting.current = setTimeout(() => foresee(url.searchParams.toString()), rest);
  };
  const onPointerDown = (event: PointerEvent) => {
    const url = ownAddress(event, base);
    // What is counted here is there sooner than an answer could be.
    if (url && event.isPrimary && columns.state !== 'ready') foresee(url.searchParams.toString());
  };
  const onClick = (event: MouseEvent) => {
    const url = ownAddress(event, base);
    if (!url || event.defaultPrevented) return;
    event.preventDefault();
    left.current =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-then]') : null;
    go(url.pathname + url.search);
  };

  return (
    <ExploreContext value={acts}>
      <div
        className={isBusy ? styles.busy : undefined}
        aria-busy={isBusy}
        data-columns={columns.state}
        onClickCapture={onClick}
        onPointerOverCapture={(event) => event.pointerType === 'mouse' && onRest(event)}
        onFocusCapture={onRest}
        onPointerLeave={() => clearTimeout(resting.current)}
        onBlurCapture={() => clearTimeout(resting.current)}
        onPointerDownCapture={onPointerDown}
      >
        {failed && (
          <div className={classes(styles.failed, 'no-print')}>
            <RetryNotice
              message={`${failed.message} ${exploreMessages[locale][page.isPartial ? 'failedRecords' : 'failed']}`}
              onRetry={retry}
              locale={locale}
            />
          </div>
        )}
        {view}
      </div>
    </ExploreContext>
  );
}

/** The address of a link to the page itself that was plainly clicked; null for everything else. */
function ownAddress(event: MouseEvent, base: string): URL | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  return addressOf(event.target, base);
}

/** The address of a link to the page itself that holds the target; null = there is none. */
function addressOf(target: EventTarget, base: string): URL | null {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!link || link.hasAttribute('download') || link.getAttribute('target')) return null;
  const url = new URL(link.getAttribute('href') ?? '', window.location.href);
  const isOwn = url.origin === window.location.origin && url.pathname === base && url.hash === '';
  return isOwn ? url : null;
}
