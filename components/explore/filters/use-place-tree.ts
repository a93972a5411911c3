import { useEffect, useState } from 'react';
import type { PlaceKey } from '@/lib/explore/options';
import type { PlaceTreeAnswer } from '@/lib/explore/places';
import type { Locale } from '@/lib/i18n/locale';
import { filterEntries, type IncidentFilters } from '@/lib/incidents/selection';
import { writeQuery } from '@/lib/url/params';

/** Milliseconds that typing must rest before it is searched for. */
const rest = 150;

/** Most places that are kept open; those opened first are closed first. */
const mostOpen = 150;

type Question = { field: PlaceKey; filters: IncidentFilters; locale: Locale };

/** The address of a tree: the filter on screen, so that the numbers fit it. */
function treeAddress({ field, filters, locale }: Question, more: [string, string | null][]): string {
  return `/places.json${writeQuery([...filterEntries(filters), ['field', field], ['lang', locale]])}${more
    .map(([name, value]) => (value === null ? '' : `&${name}=${encodeURIComponent(value)}`))
    .join('')}`;
}

async function ask(address: string, signal: AbortSignal): Promise<PlaceTreeAnswer> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

type Answered<Answer> = { answer: Answer | null; failed: boolean };

/** The tree of places under the filter on screen, fetched branch by branch as places are opened. */
export function usePlaceTree(question: Question) {
  const [opened, setOpened] = useState<readonly string[] | null>(null);
  const [{ answer, failed }, setAnswered] = useState<Answered<PlaceTreeAnswer>>({
    answer: null,
    failed: false,
  });
  const [attempt, setAttempt] = useState(0);
  const address = treeAddress(question, [['parent', opened?.join('~') ?? null]]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    const control = new AbortController();
    ask(address, control.signal).then(
      (fresh) => setAnswered({ answer: fresh, failed: false }),
      () => {
        if (!control.signal.aborted) setAnswered((before) => ({ ...before, failed: true }));
      },
    );
    return () => control.abort();
  }, [address, attempt]);

  const open = opened ?? answer?.open ?? [];
  const toggle = (id: string) =>
    setOpened(open.includes(id) ? open.filter((one) => one !== id) : [...open, id].slice(-mostOpen));
  return { answer, failed, open, toggle, retry: () => setAttempt(attempt + 1) };
}

/** The places that a typed text may mean, with their numbers under the filter on screen; null = nothing asked or not answered yet. */
export function useFoundPlaces(question: Question, text: string) {
  const asked = text.trim();
  const address = treeAddress(question, [
    ['parent', ''],
    ['find', asked],
  ]);
  const [state, setState] = useState<{
    asked: string;
    found: PlaceTreeAnswer['found'];
    failed: boolean;
  } | null>(null);
  useEffect(() => {
    if (asked === '') return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      ask(address, control.signal).then(
        ({ found }) => setState({ asked, found, failed: false }),
        () => {
          if (!control.signal.aborted) setState({ asked, found: null, failed: true });
        },
      );
    }, rest);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [address, asked]);
  return asked !== '' && state?.asked === asked ? state : null;
}
