'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { BatchProgress, BatchStep, ImportJob } from '@/lib/imports/batches/types';
import { expectArrival } from './arrival';
import styles from './upload.module.css';

type JobProgressProps = {
  batch: string;
  job: ImportJob;
  progress: BatchProgress | null;
  locale: Locale;
};

/** Milliseconds between two questions how far it is. */
const askEach = 1_000;

/** How far a job is; when it has ended, the page is asked for anew. */
export function JobProgress({ batch, job, progress, locale }: JobProgressProps) {
  const words = importMessages[locale];
  const router = useRouter();
  const id = useId();
  const here = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState<Pick<BatchStep, 'job' | 'progress'> & { now: string | null }>({
    job,
    progress,
    now: null,
  });
  const [lost, setLost] = useState(false);
  const [stopping, setStopping] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => here.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const response = await fetch(`/data/import/${batch}/state.json`, { signal: stop.signal });
        if (!response.ok) throw new Error(String(response.status));
        const found: BatchStep = await response.json();
        setLost(false);
        setStep(found);
        if (found.stopping) setStopping(true);
        if (found.job === null) {
          expectArrival();
          router.refresh();
          // Should the page not come, it is asked for again.
          timer = setTimeout(ask, askEach * 5);
          return;
        }
      } catch {
        if (stop.signal.aborted) return;
        setLost(true);
      }
      timer = setTimeout(ask, askEach);
    };
    timer = setTimeout(ask, askEach / 2);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [batch, router]);

  const breakOff = async () => {
    if (stopping) return;
    setStopping(true);
    const sent = await send('/api/imports/stop', { batch });
    if ('answer' in sent) return;
    setStopping(false);
    setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
  };
  const now = step.job ?? job;
  return (
    <Card title={<span id={id}>{words.jobs[now]}</span>} subtitle={words.progress.note}>
      <div ref={here} tabIndex={-1} className={styles.progress}>
        {failure && <Notice kind="error">{failure}</Notice>}
        <Meter step={step} label={id} locale={locale} />
        {lost && <Notice kind="warning">{words.progress.lost}</Notice>}
        <div>
          <Button aria-disabled={stopping} onClick={breakOff}>
            {stopping ? words.progress.stopping : words.progress.stop}
          </Button>
        </div>
      </div>
    </Card>
  );
}

type MeterProps = {
  step: Pick<BatchStep, 'progress'> & { now: string | null };
  label: string;
  locale: Locale;
};

/** Rows, rows a second and time left, with a bar where the end is known. */
function Meter({ step: { progress, now }, label, locale }: MeterProps) {
  const words = importMessages[locale].progress;
  const rate = rateOf(progress, now);
  const knows = progress !== null && progress.total !== null && progress.total > 0;
  const left =
    rate > 0 && progress?.total && !progress.writing
      ? Math.max(1, Math.ceil((progress.total - progress.rows) / rate))
      : null;
  return (
    <>
      {knows && !progress.writing ? (
        <progress
          aria-labelledby={label}
          value={Math.min(progress.rows, progress.total ?? 0)}
          max={progress.total ?? 1}
        />
      ) : (
        <progress aria-labelledby={label} />
      )}
      <p className={styles.figures} role="status">
        {progress === null
          ? words.waiting
          : progress.writing
            ? words.writing
            : progress.rows === 0
              ? ' '
              : [
                  words.rows(progress.rows, progress.total),
                  ...(rate > 0 ? [words.rate(rate)] : []),
                  ...(left === null ? [] : [words.left(left)]),
                ].join(' · ')}
      </p>
    </>
  );
}

/** Rows a second since the job began; 0 = not known yet. */
function rateOf(progress: BatchProgress | null, now: string | null): number {
  if (!progress || now === null || progress.rows === 0) return 0;
  const seconds = (Date.parse(now) - Date.parse(progress.since)) / 1_000;
  return seconds >= 0.5 ? Math.round(progress.rows / seconds) : 0;
}
