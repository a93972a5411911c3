'use client';

import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import { Card } from '@/components/ui/card';
import { RetryNotice } from '@/components/ui/retry-notice';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import type { Selection } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import styles from './matrix-card.module.css';

type MatrixSlotProps = { chart: MatrixChart; selection: Selection; locale: Locale };

/** How near to the window the place of the matrix comes before it is drawn. */
const nearness = '600px';

/** The place of the matrix, which is fetched and drawn when the reader comes near it, or prints. */
export function MatrixSlot(props: MatrixSlotProps) {
  const { chart, locale } = props;
  const [Drawn, setDrawn] = useState<ComponentType<MatrixSlotProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const slot = useRef<HTMLDivElement>(null);
  const load = useCallback(() => {
    setFailed(false);
    import('./matrix-card').then(
      ({ MatrixCard }) => setDrawn(() => MatrixCard),
      () => setFailed(true),
    );
  }, []);
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
    window.addEventListener('beforeprint', load);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', load);
    };
  }, [load]);
  if (Drawn) return <Drawn {...props} />;
  return (
    <div ref={slot}>
      <Card className={styles.card} title={chart.frame.title} subtitle={chart.sentence}>
        {failed ? (
          <RetryNotice message={exploreMessages[locale].failed} onRetry={load} locale={locale} />
        ) : (
          // As high as the table will be, so that nothing below it moves.
          <svg height={28 * Math.min(25, chart.rows.heads.length) + 250} aria-hidden="true">
            <title>{breakdownMessages[locale].matrix.loading}</title>
          </svg>
        )}
      </Card>
    </div>
  );
}
