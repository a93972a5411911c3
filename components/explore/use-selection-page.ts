'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ErrorBody } from '@/lib/errors';
import { type PreviewedIn, withCounted } from '@/lib/explore/counted-page';
import type { ExplorePage } from '@/lib/explore/open';
import { rebased } from '@/lib/explore/rebase';
import { type ExploreView, selectionQuery } from '@/lib/explore/view';
import { addressWriter } from './address-writer';
import { type Count, usePreview } from './counting/use-preview';
import { remember } from './remember';

/** Milliseconds after which waiting is shown. */
const patience = 300;
/** Milliseconds after which no answer is expected any more: longer than the server takes to give up. */
const longestWait = 15_000;
/** Milliseconds that the browser's own count and its painting go before the question to the server, at most. */
const headStart = 150;

type Shown = { page: ExplorePage; search: string };

/** The page that the address names, and how to go to another. */
export type SelectionPage = {
  page: ExplorePage;
  isBusy: boolean;
  /** Set when the last question was not answered: what the server said, '' = nothing. The page before is shown. */
  failed: { message: string } | null;
  retry: () => void;
  go: (href: string, options?: { replace?: boolean }) => void;
  /** Shows the same numbers under another view, without asking unless another selection is awaited. */
  adjust: (change: Partial<ExploreView>, options?: { replace?: boolean }) => void;
  /** Asks for an answer before it is needed. */
  foresee: (search: string) => void;
  /** Shows the counts of another selection for as long as a hand is at it; null = those of the address again. */
  preview: (href: string | null, within?: PreviewedIn) => void;
};

/**
 * Holds the page for the present address and asks the server for another when the address changes, by a click,
 * by the Back button or from outside. Answers are kept for a short while, so that going back is instant. What can be
 * counted here is shown until the server's answer takes its place.
 */
export function useSelectionPage(first: ExplorePage, firstSearch: string, count: Count): SelectionPage {
  const search = useSearchParams().toString();
  const [shown, setShown] = useState<Shown>({ page: first, search: firstSearch });
  const [given, setGiven] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<SelectionPage['failed']>(null);
  const wanted = useRef(firstSearch);
  const [address] = useState(() =>
    addressWriter({
      pushState: (...given) => window.history.pushState(...given),
      replaceState: (...given) => window.history.replaceState(...given),
    }),
  );
  const [answers] = useState(() => {
    const made = remember(ask);
    made.keep(firstSearch, first);
    return made;
  });
  /** What is on screen, and whether an answer is awaited that will take its place. */
  const onScreen = useRef(first);
  const isAwaited = useRef(false);
  /** Ends the waiting for the last answer that was asked for; what comes of it later is not shown. */
  const giveUp = useRef(() => {});
  /** The page's own address without its query; the last page that the server has drawn. */
  const own = useRef<string>(null);
  const drawn = useRef(first);
  // At the moment when the new links are there: a click before it is still made from what was on screen.
  useLayoutEffect(() => {
    onScreen.current = shown.page;
    if (shown.search === wanted.current && !shown.page.isPartial) isAwaited.current = false;
  }, [shown]);

  // The server has drawn the page anew (another language, a refresh): what it gives goes before what is kept.
  if (given !== first) {
    setGiven(first);
    setShown({ page: first, search: firstSearch });
  }

  const load = useCallback(
    (next: string) => {
      giveUp.current();
      wanted.current = next;
      isAwaited.current = true;
      setFailed(null);
      const known = answers.known(next);
      if (known) return setShown({ page: known, search: next });
      let isOver = false;
      const timer = setTimeout(() => setBusy(true), patience);
      const end = () => {
        isOver = true;
        clearTimeout(timer);
        setBusy(false);
      };
      giveUp.current = end;
      const counted = count(next).then((parts) => {
        if (isOver || !parts) return;
        clearTimeout(timer);
        setShown({ page: withCounted(onScreen.current, parts), search: next });
        return painted();
      });
      // Asked later, the server takes no time from what is drawn; where nothing is counted here, it is asked at once.
      const asked = Promise.race([counted, pause(headStart)]).then(() => (isOver ? null : answers.get(next)));
      asked.then(
        (page) => {
          if (isOver || !page) return;
          end();
          setShown({ page, search: next });
        },
        (thrown: unknown) => {
          if (isOver) return;
          end();
          isAwaited.current = false;
          setFailed({ message: thrown instanceof Refused ? thrown.message : '' });
        },
      );
    },
    [answers, count],
  );

  /** Shows what the address names, which is ahead of what the router says while that still makes up its mind. */
  const follow = useCallback(() => {
    // Its own newest address is still on its way.
    if (address.isWaiting()) return;
    const { pathname, search } = window.location;
    const next = new URLSearchParams(search).toString();
    if (pathname === own.current && next !== wanted.current) load(next);
  }, [address, load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the router has another address
  useEffect(() => {
    own.current ??= window.location.pathname;
    if (drawn.current !== first) {
      drawn.current = first;
      giveUp.current();
      answers.clear();
      answers.keep(firstSearch, first);
      wanted.current = firstSearch;
      setFailed(null);
    }
    follow();
  }, [answers, first, firstSearch, search, follow]);
  useEffect(() => {
    const onPop = () => {
      address.drop();
      follow();
    };
    window.addEventListener('popstate', onPop);
    return () => {
      address.drop();
      window.removeEventListener('popstate', onPop);
    };
  }, [address, follow]);

  const go = useCallback(
    (href: string, { replace = false }: { replace?: boolean } = {}) => {
      const { pathname, search: given } = new URL(href, window.location.href);
      // Made from what is on screen, while another selection is on its way: the act is done on that one.
      const query = isAwaited.current
        ? rebased(given, selectionQuery(onScreen.current.selection), wanted.current)
        : given;
      address[replace ? 'replace' : 'push'](pathname + query);
      load(new URLSearchParams(query).toString());
    },
    [address, load],
  );
  const adjust = useCallback(
    (change: Partial<ExploreView>, { replace = false }: { replace?: boolean } = {}) => {
      const { selection, ...rest } = onScreen.current;
      const page = { ...rest, selection: { ...selection, view: { ...selection.view, ...change } } };
      const query = selectionQuery(page.selection);
      if (isAwaited.current || page.isPartial) return go(window.location.pathname + query, { replace });
      const next = new URLSearchParams(query).toString();
      answers.keep(next, page);
      wanted.current = next;
      onScreen.current = page;
      setShown({ page, search: next });
      address[replace ? 'replace' : 'push'](window.location.pathname + query);
    },
    [address, answers, go],
  );
  const foresee = useCallback((query: string) => void answers.get(query).catch(() => {}), [answers]);
  const retry = useCallback(() => load(wanted.current), [load]);
  const { previewed, preview } = usePreview(shown.page, count);
  return { page: previewed, isBusy, failed, retry, go, adjust, foresee, preview };
}

/** Resolves when what was set before is on screen. */
const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(), 0)));

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(() => resolve(), milliseconds));

async function ask(search: string): Promise<ExplorePage> {
  const response = await fetch(`/explore.json${search === '' ? '' : `?${search}`}`, {
    signal: AbortSignal.timeout(longestWait),
  });
  if (!response.ok) throw new Refused(await saidBy(response));
  return response.json();
}

/** The server's own sentence about why it did not answer. */
class Refused extends Error {}

async function saidBy(response: Response): Promise<string> {
  const body: Partial<ErrorBody> = await response.json().catch(() => ({}));
  return body.error?.message ?? '';
}
