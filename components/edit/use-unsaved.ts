import { useEffect, useRef, useState } from 'react';
import { dropUnsaved, findUnsaved, keepUnsaved, type Unsaved, type UnsavedKey } from '@/lib/edit/unsaved';

/** Milliseconds that typing must rest before it is kept. */
const rest = 500;

/** Keeps what is typed in the browser, and gives back what was kept there before. */
export function useUnsaved(key: UnsavedKey, typed: () => Unsaved, isDirty: boolean) {
  const [offer, setOffer] = useState<Unsaved | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    withStore((store) => setOffer(findUnsaved(store, key)));
  }, [key]);
  useEffect(() => {
    if (!isDirty) return;
    timer.current = setTimeout(() => withStore((store) => keepUnsaved(store, key, typed())), rest);
    return () => clearTimeout(timer.current);
  }, [key, typed, isDirty]);
  const drop = () => {
    // What was to be kept in a moment is saved by now.
    clearTimeout(timer.current);
    withStore((store) => dropUnsaved(store, key));
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
