'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorBody } from '@/lib/errors';
import type { ExplorePage } from '@/lib/explore/open';
import { rebased } from '@/lib/explore/rebase';
import { selectionQuery } from '@/lib/explore/view';
import { remember } from './remember';

/** Milliseconds after which waiting is shown. */
const patience = 150;

type Shown = { page: ExplorePage; search: string };

/** The page that the address names, and how to go to another. */
export type SelectionPage = {
  page: ExplorePage;
  isBusy: boolean;
  /** Set when the last question was not answered: what the server said, '' = nothing. The page before is shown. */
  failed: { message: string } | null;
  retry: () => void;
  go: (href: string, options?: { replace?: boolean }) => void;
  /** Asks for an answer before it is needed. */
  foresee: (search: string) => void;
};

/**
 * Holds the page for the present address and asks the server for another when the address changes, by a click,
 * by the Back button or from outside. Answers are kept for a short while, so that going back is instant.
 */
export function useSelectionPage(first: ExplorePage, firstSearch: string): SelectionPage {
  const search = useSearchParams().toString();
  const [shown, setShown] = useState<Shown>({ page: first, search: firstSearch });
  const [given, setGiven] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<SelectionPage['failed']>(null);
  const wanted = useRef(firstSearch);
  const [answers] = useState(() => remember(ask));
  /** What is on screen, and whether an answer is awaited that will take its place. */
  const onScreen = useRef(first);
  const isAwaited = useRef(false);
  useEffect(() => {
    onScreen.current = shown.page;
  }, [shown]);

  // The server has drawn the page anew (another language, a refresh): what it gives goes before what is kept.
  if (given !== first) {
    setGiven(first);
    setShown({ page: first, search: firstSearch });
  }

  const load = useCallback(
    (next: string) => {
      wanted.current = next;
      isAwaited.current = true;
      setFailed(null);
      const timer = setTimeout(() => setBusy(true), patience);
      answers
        .get(next)
        .then(
          (page) => {
            if (wanted.current === next) setShown({ page, search: next });
          },
          (thrown: unknown) => {
            if (wanted.current === next)
              setFailed({ message: thrown instanceof Refused ? thrown.message : '' });
          },
        )
        .finally(() => {
          clearTimeout(timer);
          if (wanted.current !== next) return;
          isAwaited.current = false;
          setBusy(false);
        });
    },
    [answers],
  );

  useEffect(() => {
    answers.clear();
    wanted.current = firstSearch;
    if (given === first) answers.keep(firstSearch, first);
  }, [answers, first, firstSearch, given]);

  useEffect(() => {
    if (search !== wanted.current) load(search);
  }, [search, load]);

  const go = useCallback(
    (href: string, { replace = false }: { replace?: boolean } = {}) => {
      const { pathname, search: given } = new URL(href, window.location.href);
      // Made from what is on screen, while another selection is on its way: the act is done on that one.
      const query = isAwaited.current
        ? rebased(given, selectionQuery(onScreen.current.selection), wanted.current)
        : given;
      window.history[replace ? 'replaceState' : 'pushState'](null, '', pathname + query);
      load(new URLSearchParams(query).toString());
    },
    [load],
  );
  const foresee = useCallback((query: string) => void answers.get(query).catch(() => {}), [answers]);
  const retry = useCallback(() => load(wanted.current), [load]);
  return { page: shown.page, isBusy, failed, retry, go, foresee };
}

async function ask(search: string): Promise<ExplorePage> {
  const response = await fetch(`/explore.json${search === '' ? '' : `?${search}`}`);
  if (!response.ok) throw new Refused(await saidBy(response));
  return response.json();
}

/** The server's own sentence about why it did not answer. */
class Refused extends Error {}

async function saidBy(response: Response): Promise<string> {
  const body: Partial<ErrorBody> = await response.json().catch(() => ({}));
  return body.error?.message ?? '';
}
