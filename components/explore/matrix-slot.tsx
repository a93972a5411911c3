'use client';

import { type ComponentType, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ChartCard } from '@/components/charts/chart-card';
import { MatrixSkeleton } from '@/components/charts/matrix-skeleton';
import { WithoutScripts } from '@/components/charts/without-scripts';
import { RetryNotice } from '@/components/ui/retry-notice';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import type { Selection } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { chartAddress } from './chart-links';
import styles from './matrix-card.module.css';
import { sentences } from './sentences';
import { whenIdle } from './when-idle';

type MatrixSlotProps = { chart: MatrixChart; selection: Selection; locale: Locale };

/** How near to the window the place of the matrix comes before it is drawn. */
const nearness = '600px';

/** Milliseconds after which the matrix is drawn in any case, however busy the browser is. */
const longestRest = 5_000;

/** The place of the matrix, which is drawn when the reader comes near it or prints, or when the browser is idle. */
export function MatrixSlot(props: MatrixSlotProps) {
  const { chart, selection, locale } = props;
  const t = breakdownMessages[locale].matrix;
  const [Drawn, setDrawn] = useState<ComponentType<MatrixSlotProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const slot = useRef<HTMLDivElement>(null);
  const fetched = useRef<ComponentType<MatrixSlotProps>>(null);
  const load = useCallback(() => {
    setFailed(false);
    import('./matrix-card').then(
      ({ MatrixCard }) => setDrawn(() => MatrixCard),
      () => setFailed(true),
    );
  }, []);
  useEffect(() => {
    // What is printed is what is there when the act begins: it can't wait for anything.
    const onPrint = () => {
      const { current } = fetched;
      if (current) flushSync(() => setDrawn(() => current));
      else load();
    };
    const stop = new AbortController();
    // Who prints without scrolling, by a program too, finds it drawn.
    const drawAhead = async () => {
      await whenIdle(longestRest, stop.signal);
      const { MatrixCard } = await import('./matrix-card');
      fetched.current = MatrixCard;
      if (!stop.signal.aborted) startTransition(() => setDrawn(() => MatrixCard));
    };
    // What can't be fetched now is asked for again, and missed, when the reader comes near.
    drawAhead().catch(() => {});
    window.addEventListener('beforeprint', onPrint);
    return () => {
      stop.abort();
      window.removeEventListener('beforeprint', onPrint);
    };
  }, [load]);
  useEffect(() => {
    if (!slot.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        load();
      },
      { rootMargin: nearness },
    );
    observer.observe(slot.current);
    return () => observer.disconnect();
  }, [load]);
  if (Drawn) return <Drawn {...props} />;
  return (
    <div ref={slot}>
      <ChartCard
        className={styles.waiting}
        frame={{ ...chart.frame, subtitle: sentences([chart.sentence, t.subtitle], locale) }}
        isEmpty={chart.total === 0}
        chart={
          failed ? (
            <RetryNotice message={exploreMessages[locale].failed} onRetry={load} locale={locale} />
          ) : (
            <>
              <WithoutScripts tableHref={chartAddress('matrix', 'csv', selection, locale)} locale={locale} />
              <MatrixSkeleton chart={chart} words={t.loading} />
            </>
          )
        }
        table={null}
      />
    </div>
  );
}
