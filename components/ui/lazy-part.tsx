'use client';

import { type ComponentType, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { errorMessages } from '@/lib/i18n/messages/errors';
import { RetryNotice } from './retry-notice';

/** Where the code of a part of the page comes from. */
export type PartSource<Props> = {
  /** Null = not there yet. */
  part: () => ComponentType<Props> | null;
  fetch: () => Promise<void>;
  /** Fetches the code before it is needed; a failure shows when it is. */
  foresee: () => void;
};

/** A source from a dynamic import, which is asked again after a failure. */
export function partSource<Props>(load: () => Promise<ComponentType<Props>>): PartSource<Props> {
  let part: ComponentType<Props> | null = null;
  const fetch = async () => {
    part ??= await load();
  };
  return { part: () => part, fetch, foresee: () => void fetch().catch(() => {}) };
}

const focusable = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';

type LazyPartProps<Props> = { source: PartSource<Props>; props: Props };

/**
 * A part of the page whose code is fetched when it is first wanted, and drawn at once when it is there already. Says
 * so, with a way to try again, when it can't be fetched. For what opens by an act: the server draws nothing of it.
 */
export function LazyPart<Props extends { locale: Locale }>({ source, props }: LazyPartProps<Props>) {
  const Part = source.part();
  const [state, setState] = useState<'waiting' | 'there' | 'failed'>(Part ? 'there' : 'waiting');
  const standIn = useRef<HTMLParagraphElement>(null);
  const around = useRef<Element>(null);
  const get = useCallback(() => {
    setState('waiting');
    let isWanted = true;
    const tell = (next: 'there' | 'failed') => () => {
      if (!isWanted) return;
      if (standIn.current && standIn.current === document.activeElement)
        around.current = standIn.current.parentElement;
      setState(next);
    };
    source.fetch().then(tell('there'), tell('failed'));
    return () => {
      isWanted = false;
    };
  }, [source]);
  useEffect(() => {
    if (source.part() === null) return get();
  }, [source, get]);
  // Who came to the stand-in by Tab goes on in what takes its place.
  useLayoutEffect(() => {
    if (state === 'waiting') return;
    const home = around.current;
    around.current = null;
    home?.querySelector<HTMLElement>(focusable)?.focus();
  }, [state]);
  if (Part && state !== 'failed') return <Part {...props} />;
  if (state !== 'failed')
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the focus stays in the menu until its parts are there
      <p ref={standIn} role="status" tabIndex={0}>
        <span className="visually-hidden">{errorMessages[props.locale].fetching}</span>
      </p>
    );
  return <RetryNotice message={errorMessages[props.locale].partAway} onRetry={get} locale={props.locale} />;
}
