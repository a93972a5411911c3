import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { QueueTable } from '@/components/history/queue-table';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { termLabel } from '@/lib/codebook/vocabularies';
import { listQueue } from '@/lib/history/queries';
import { formatNumber } from '@/lib/i18n/locale';
import { fullStop } from '@/lib/i18n/marks';
import { historyMessages } from '@/lib/i18n/messages/history';
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
  const total = counts.reduce((sum, { incidents }) => sum + incidents, 0);
  return (
    <div className="wrap">
      <PageHeading
        title={words.reviewTitle}
        subtitle={
          inWords === '' ? words.reviewSubtitle : `${inWords}${fullStop[locale]}${words.reviewSubtitle}`
        }
      />
      <Card>
        {rows.length === 0 ? (
          <p className="muted">{words.reviewEmpty}</p>
        ) : (
          <QueueTable rows={rows} locale={locale} edits={may(viewer, 'edit')} count={total} />
        )}
      </Card>
    </div>
  );
}
