'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';
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

type LazyPartProps<Props> = { source: PartSource<Props>; props: Props };

/**
 * A part of the page whose code is fetched when it is first wanted, and drawn at once when it is there already. Says
 * so, with a way to try again, when it can't be fetched. For what opens by an act: the server draws nothing of it.
 */
export function LazyPart<Props extends { locale: Locale }>({ source, props }: LazyPartProps<Props>) {
  const Part = source.part();
  const [state, setState] = useState<'waiting' | 'there' | 'failed'>(Part ? 'there' : 'waiting');
  const get = useCallback(() => {
    setState('waiting');
    let isWanted = true;
    const tell = (next: 'there' | 'failed') => () => {
      if (isWanted) setState(next);
    };
    source.fetch().then(tell('there'), tell('failed'));
    return () => {
      isWanted = false;
    };
  }, [source]);
  useEffect(() => {
    if (source.part() === null) return get();
  }, [source, get]);
  if (Part && state !== 'failed') return <Part {...props} />;
  if (state !== 'failed') return <p aria-busy="true" />;
  return <RetryNotice message={errorMessages[props.locale].partAway} onRetry={get} locale={props.locale} />;
}
