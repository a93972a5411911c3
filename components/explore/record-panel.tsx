'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { classes } from '@/components/ui/tone';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from './record-panel.module.css';
import { CompareTable } from './table/compare-table';
import { RecordBriefView } from './table/record-brief-view';
import { useBriefs } from './table/use-briefs';

type RecordPanelProps = {
  /** Refs of the records: one, or several to compare. */
  refs: readonly string[];
  /** Where the record stands in the table, in words. */
  place: string;
  /** The selection that goes along to the page of the record, `?` included. */
  query: string;
  /** Whether the focus goes to the panel when it opens. */
  takesFocus: boolean;
  /** The ways to the rows before and after; null = there is none. */
  previous: (() => void) | null;
  next: (() => void) | null;
  onClose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  locale: Locale;
};

/** A record in short, or several side by side, at the edge of the page; the table stays in use beside it. */
export function RecordPanel(props: RecordPanelProps) {
  const { refs, place, query, takesFocus, previous, next, onClose, onKeyDown, locale } = props;
  const t = tableMessages[locale];
  const isComparison = refs.length > 1;
  const { briefs, state, retry } = useBriefs(refs, locale);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const wasThere = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a comparison opens anew
  useEffect(() => {
    if (takesFocus && isComparison) heading.current?.focus({ preventScroll: true });
  }, [isComparison]);
  // Opened by an address, it takes the focus with the first step, unless the reader has it somewhere.
  useEffect(() => {
    if (takesFocus && (!wasThere.current || document.activeElement === document.body))
      heading.current?.focus({ preventScroll: true });
    wasThere.current = true;
  }, [takesFocus]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is read from its beginning
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [refs.join(' ')]);
  const [brief] = briefs ?? [];
  const name = isComparison
    ? t.compare.name(formatNumber(refs.length, locale))
    : (brief?.title ?? t.panel.name);
  return (
    <aside
      className={classes(styles.panel, isComparison && styles.wide)}
      aria-label={isComparison ? name : t.panel.name}
      data-record-panel
      onKeyDown={onKeyDown}
    >
      <header className={styles.head}>
        {!isComparison && (
          <div className={styles.steps}>
            <Button
              size="small"
              disabled={!previous}
              onClick={previous ?? undefined}
              aria-keyshortcuts="ArrowUp k"
              data-command="previous-row"
            >
              {t.panel.previous}
            </Button>
            <Button
              size="small"
              disabled={!next}
              onClick={next ?? undefined}
              aria-keyshortcuts="ArrowDown j"
              data-command="next-row"
            >
              {t.panel.next}
            </Button>
            <span className={styles.place}>{place}</span>
          </div>
        )}
        <Button size="small" className={styles.close} onClick={onClose} aria-keyshortcuts="Escape">
          {t.panel.close}
        </Button>
      </header>
      <div ref={body} className={styles.body} aria-busy={state === 'loading'}>
        <h2
          ref={heading}
          tabIndex={-1}
          className={styles.title}
          lang={isComparison ? undefined : (brief?.titleLang ?? undefined)}
        >
          {name}
        </h2>
        {(state === 'missing' || state === 'failed') && (
          <Notice kind="error">
            <p>{t.panel[state]}</p>
            {state === 'failed' && (
              <Button size="small" onClick={retry}>
                {t.retry}
              </Button>
            )}
          </Notice>
        )}
        {state === 'loading' && !briefs && <Skeleton words={t.panel.loading} />}
        {briefs && isComparison && <CompareTable briefs={briefs} query={query} locale={locale} />}
        {brief && !isComparison && <RecordBriefView brief={brief} locale={locale} />}
      </div>
      {brief && !isComparison && (
        <footer className={styles.foot}>
          <a
            href={`/incidents/${encodeURIComponent(brief.ref)}${query}`}
            className={buttonClass({ variant: 'primary' })}
          >
            {t.panel.open}
          </a>
        </footer>
      )}
      <span className="visually-hidden" role="status">
        {state === 'there' ? `${name}. ${isComparison ? '' : place}` : ''}
      </span>
    </aside>
  );
}

function Skeleton({ words }: { words: string }) {
  return (
    <div className={styles.skeleton}>
      <span className="visually-hidden">{words}</span>
      {Array.from({ length: 8 }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without anything in them
        <span key={line} />
      ))}
    </div>
  );
}
