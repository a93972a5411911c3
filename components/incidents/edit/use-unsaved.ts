import { useEffect, useState } from 'react';
import { dropUnsaved, findUnsaved, keepUnsaved, type Unsaved } from '@/lib/incidents/edit/unsaved';

/** Milliseconds that typing must rest before it is kept. */
const rest = 500;

/** Keeps what is typed in the browser, and gives back what was kept there before. */
export function useUnsaved(account: string, ref: string | null, typed: () => Unsaved, isDirty: boolean) {
  const [offer, setOffer] = useState<Unsaved | null>(null);
  useEffect(() => {
    withStore((store) => setOffer(findUnsaved(store, account, ref)));
  }, [account, ref]);
  useEffect(() => {
    if (!isDirty) return;
    const timer = setTimeout(() => withStore((store) => keepUnsaved(store, account, typed())), rest);
    return () => clearTimeout(timer);
  }, [account, typed, isDirty]);
  const drop = () => {
    withStore((store) => dropUnsaved(store, account, ref));
    setOffer(null);
  };
  return { offer, hide: () => setOffer(null), drop };
}

/** A browser may refuse its store. */
function withStore(work: (store: Storage) => void): void {
  try {
    work(window.localStorage);
  } catch {
    // Nothing is kept then.
  }
}
