'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { cell, DataTable } from '@/components/ui/data-table';
import { TypeDot } from '@/components/ui/type-dot';
import { termLabel } from '@/lib/codebook/vocabularies';
import type { QueueRow } from '@/lib/history/types';
import type { Locale } from '@/lib/i18n/locale';
import { actButton } from '@/lib/i18n/messages/act-button';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { historyMessages } from '@/lib/i18n/messages/history';
import { titleIn } from '@/lib/i18n/messages/records';
import styles from './history.module.css';

const ActsButton = dynamic(() => import('../acts/acts-button').then((module) => module.ActsButton));

type QueueTableProps = {
  rows: QueueRow[];
  locale: Locale;
  /** Whether the viewer may change many at once. */
  edits: boolean;
  /** How many incidents are in work, those that are not listed too. */
  count: number;
};

/** The records in work; for editors with ticks at incidents, to change several or all of them at once. */
export function QueueTable({ rows, locale, edits, count }: QueueTableProps) {
  const words = historyMessages[locale];
  const router = useRouter();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const own = rows.filter(({ kind }) => kind === 'incident').map(({ ref }) => ref);
  const refs = own.filter((ref) => ticked.has(ref));
  const isAll = own.length > 0 && refs.length === own.length;
  const tick = (ref: string) =>
    setTicked(new Set(ticked.has(ref) ? [...ticked].filter((one) => one !== ref) : [...ticked, ref]));
  const onDone = () => {
    setTicked(new Set());
    router.refresh();
  };
  return (
    <>
      {edits && count > 0 && (
        <div className={styles.acts}>
          {refs.length > 0 ? (
            <ActsButton key="ticked" of={{ refs }} count={refs.length} locale={locale} onDone={onDone} />
          ) : (
            <ActsButton
              key="all"
              of={{ query: 'status=draft~in-review' }}
              count={count}
              label={actButton[locale].incidents(count)}
              locale={locale}
              onDone={onDone}
            />
          )}
        </div>
      )}
      <DataTable label={words.reviewTitle} stacked>
        <thead>
          <tr>
            {edits && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={actsMessages[locale].pickAll}
                  checked={isAll}
                  onChange={() => setTicked(new Set(isAll ? [] : own))}
                />
              </th>
            )}
            {[words.status, words.record, words.author, words.touched].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const title = titleIn(locale, row.title, row.titleZh);
            return (
              <tr key={`${row.kind} ${row.ref}`}>
                {edits && (
                  <td data-label={actsMessages[locale].pickShort} className={styles.tick}>
                    {row.kind === 'incident' && (
                      <input
                        type="checkbox"
                        aria-label={actsMessages[locale].pick(title)}
                        checked={ticked.has(row.ref)}
                        onChange={() => tick(row.ref)}
                      />
                    )}
                  </td>
                )}
                <td data-label={words.status} className={cell.nowrap}>
                  {termLabel('status', row.status, locale)}
                </td>
                <td data-label={words.record}>
                  <span>
                    {row.type !== null && (
                      <TypeDot code={row.type} label={termLabel('type', row.type, locale)} hideLabel />
                    )}{' '}
                    <Link href={`/${row.kind}s/${encodeURIComponent(row.ref)}`} prefetch={false}>
                      {title}
                    </Link>
                    {row.kind !== 'incident' && <span className="muted"> {words.types[row.kind]}</span>}
                  </span>
                </td>
                <td data-label={words.author}>{row.author === null ? '–' : <bdi>{row.author}</bdi>}</td>
                <td data-label={words.touched} className={cell.nowrap}>
                  {row.updatedAt.slice(0, 16).replace('T', ' ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </>
  );
}
