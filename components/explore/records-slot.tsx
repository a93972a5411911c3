'use client';

import { lazy, memo, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Card } from '@/components/ui/card';
import type { ExplorePage } from '@/lib/explore/open';
import type { Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
// Here, so that the table that the server draws has its looks before its scripts are there.
import './records-table.module.css';
import './column-menu.module.css';
import own from './records-slot.module.css';

type RecordsSlotProps = { page: ExplorePage; base: '/'; locale: Locale };

/** How near to the window the table comes before its scripts are fetched. */
const nearness = '800px';

let wake = () => {};
/** Kept when the reader is near the table or begins to do anything. The server need not wait. */
const awake =
  typeof window === 'undefined'
    ? Promise.resolve()
    : new Promise<void>((resolve) => {
        wake = resolve;
      });

const Records = lazy(async () => {
  await awake;
  const { RecordsCard } = await import('./records-card');
  return { default: memo(RecordsCard) };
});

/**
 * The place of the records. Until the reader comes near it or does something it is what the server has drawn, without
 * scripts of its own; later it is drawn after the charts, which need not wait for its many cells.
 */
export function RecordsSlot({ page, base, locale }: RecordsSlotProps) {
  const slot = useRef<HTMLDivElement>(null);
  const later = useDeferredValue(page);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    awake.then(() => setAwake(true));
    if (!slot.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) wake();
      },
      { rootMargin: nearness },
    );
    observer.observe(slot.current);
    const signs = ['pointermove', 'pointerdown', 'keydown', 'beforeprint'];
    for (const sign of signs) window.addEventListener(sign, wake, { once: true });
    return () => {
      observer.disconnect();
      for (const sign of signs) window.removeEventListener(sign, wake);
    };
  }, []);
  // The same as long as the page is the same: drawing it anew before it is awake would throw away what is there.
  const records = useMemo(
    () => (
      <Suspense
        fallback={
          <Card id="records" className={own.waiting} title={tableMessages[locale].title}>
            {null}
          </Card>
        }
      >
        <Records page={later} base={base} locale={locale} />
      </Suspense>
    ),
    [later, base, locale],
  );
  return (
    <div ref={slot} className={isAwake ? undefined : own.asleep}>
      {records}
    </div>
  );
}
