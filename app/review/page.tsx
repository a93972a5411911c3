import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import { TypeDot } from '@/components/ui/type-dot';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { termLabel } from '@/lib/codebook/vocabularies';
import { listQueue } from '@/lib/history/queries';
import { formatNumber } from '@/lib/i18n/locale';
import { historyMessages } from '@/lib/i18n/messages/history';
import { titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: historyMessages[await getLocale()].reviewTitle };
}

/** The records that are in work: one's own, or all for an editor. */
export default async function ReviewPage() {
  const viewer = await currentViewer();
  if (viewer.kind !== 'account') redirect('/sign-in?next=/review');
  if (!may(viewer, 'code')) notFound();
  const [locale, { rows, counts }] = await Promise.all([getLocale(), listQueue(viewer)]);
  const words = historyMessages[locale];
  const inWords = counts
    .map(({ status, count }) => `${termLabel('status', status, locale)} ${formatNumber(count, locale)}`)
    .join(' · ');
  return (
    <div className="wrap">
      <PageHeading
        title={words.reviewTitle}
        subtitle={inWords === '' ? words.reviewSubtitle : `${inWords}. ${words.reviewSubtitle}`}
      />
      <Card>
        {rows.length === 0 ? (
          <p className="muted">{words.reviewEmpty}</p>
        ) : (
          <DataTable label={words.reviewTitle} stacked>
            <thead>
              <tr>
                {[words.status, words.record, words.author, words.touched].map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.ref}>
                  <td data-label={words.status} className={cell.nowrap}>
                    {termLabel('status', row.status, locale)}
                  </td>
                  <td data-label={words.record}>
                    <span>
                      <TypeDot code={row.type} label={termLabel('type', row.type, locale)} hideLabel />{' '}
                      <Link href={`/incidents/${encodeURIComponent(row.ref)}`} prefetch={false}>
                        {titleIn(locale, row.title, row.titleZh)}
                      </Link>
                    </span>
                  </td>
                  <td data-label={words.author}>{row.author === null ? '–' : <bdi>{row.author}</bdi>}</td>
                  <td data-label={words.touched} className={cell.nowrap}>
                    {row.updatedAt.slice(0, 16).replace('T', ' ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </Card>
    </div>
  );
}
