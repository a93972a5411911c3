'use client';

import { useEffect, useRef, useState } from 'react';
import type { RecordBrief } from '@/lib/explore/record-brief';
import type { Locale } from '@/lib/i18n/locale';
import { remember } from '../remember';

const answers = remember(async (question: string): Promise<RecordBrief> => {
  const [, ref = ''] = question.split(' ');
  const response = await fetch(`/incidents/${encodeURIComponent(ref)}/record.json`);
  if (!response.ok) throw new Error(response.status === 404 ? 'missing' : 'failed');
  return response.json();
});

/** Milliseconds for which a record must stay wanted while another is awaited: a key held down walks past many. */
const patience = 120;

/** Records in short. What was shown before stays until they have come. */
export type Briefs = {
  briefs: readonly RecordBrief[] | null;
  state: 'loading' | 'there' | 'missing' | 'failed';
  retry: () => void;
};

/** The records of some refs, in their order; each is fetched once in a short while. */
export function useBriefs(refs: readonly string[], locale: Locale): Briefs {
  const wanted = refs.join(' ');
  const [shown, setShown] = useState<{ of: string; briefs: readonly RecordBrief[] } | null>(null);
  const [failure, setFailure] = useState<{ of: string; as: 'missing' | 'failed' } | null>(null);
  const [tries, setTries] = useState(0);
  const isAwaited = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the reader says so
  useEffect(() => {
    let isWanted = true;
    // Not without need: an update for every key of a walk adds up to what React takes for a loop.
    if (failure) setFailure(null);
    const fetchAll = () => {
      isAwaited.current = true;
      // Questions carry the language, so that answers in another one are not taken for these.
      Promise.all(wanted.split(' ').map((ref) => answers.get(`${locale} ${ref}`))).then(
        (briefs) => {
          if (!isWanted) return;
          isAwaited.current = false;
          setShown({ of: wanted, briefs });
        },
        (thrown: unknown) => {
          if (!isWanted) return;
          isAwaited.current = false;
          const as = thrown instanceof Error && thrown.message === 'missing' ? 'missing' : 'failed';
          setFailure({ of: wanted, as });
        },
      );
    };
    const timer = setTimeout(fetchAll, isAwaited.current ? patience : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted, locale, tries]);
  const failed = failure?.of === wanted ? failure.as : null;
  return {
    briefs: failed ? null : (shown?.briefs ?? null),
    state: failed ?? (shown?.of === wanted ? 'there' : 'loading'),
    retry: () => setTries((count) => count + 1),
  };
}
