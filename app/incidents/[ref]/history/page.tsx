import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { FieldChanges } from '@/components/history/field-changes';
import styles from '@/components/history/history.module.css';
import { actionWords } from '@/components/history/history-table';
import { RestoreButton } from '@/components/history/restore-button';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { openVersions } from '@/lib/history/queries';
import { historyMessages } from '@/lib/i18n/messages/history';
import { getLocale } from '@/lib/i18n/request';
import { decodeSegment } from '@/lib/url/segment';

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: historyMessages[await getLocale()].versionsTitle(decodeSegment((await params).ref)) };
}

/** Every version of an incident with what changed, for whoever may edit it; each can be restored. */
export default async function VersionsPage({ params }: Props) {
  const ref = decodeSegment((await params).ref);
  const [viewer, locale] = await Promise.all([currentViewer(), getLocale()]);
  if (viewer.kind !== 'account') redirect(`/sign-in?next=${encodeURIComponent(`/incidents/${ref}/history`)}`);
  if (!may(viewer, 'code')) notFound();
  const { open, entries } = await openVersions(ref, viewer).catch((thrown) => {
    if (thrown instanceof AppError && (thrown.code === 'not-found' || thrown.code === 'forbidden'))
      notFound();
    throw thrown;
  });
  const words = historyMessages[locale];
  return (
    <div className="wrap">
      <PageHeading title={words.versionsTitle(ref)} subtitle={words.versionsSubtitle} />
      <p className={styles.back}>
        <Link href={`/incidents/${encodeURIComponent(ref)}`} prefetch={false}>
          {words.back}
        </Link>
      </p>
      <Card footerStart={words.restoreHelp}>
        <DataTable label={words.table} stacked>
          <thead>
            <tr>
              {[words.version, words.when, words.who, words.what, words.why, words.acts].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.version}>
                <td data-label={words.version}>{entry.version}</td>
                <td data-label={words.when} className={cell.nowrap}>
                  {entry.at.slice(0, 16).replace('T', ' ')}
                </td>
                <td data-label={words.who}>
                  <bdi>{entry.actorName}</bdi>
                </td>
                <td data-label={words.what}>
                  <div>
                    {actionWords(entry.action, locale)}
                    <FieldChanges changes={entry.changes} locale={locale} open />
                  </div>
                </td>
                <td data-label={words.why}>{entry.reason === null ? '–' : <bdi>{entry.reason}</bdi>}</td>
                <td data-label={words.version}>
                  {entry.version < open.version ? (
                    <RestoreButton
                      incident={ref}
                      present={open.version}
                      version={entry.version}
                      locale={locale}
                    />
                  ) : (
                    '–'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Card>
    </div>
  );
}
