import type { Metadata } from 'next';
import Link from 'next/link';
import { ActsTable } from '@/components/acts/acts-table';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { pageActor } from '@/lib/auth/session';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { getLocale } from '@/lib/i18n/request';
import { listActs } from '@/lib/incidents/acts/entries/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: actsMessages[await getLocale()].listTitle };
}

/** The acts on many records and the merges, for those who may do and undo them. */
export default async function ActsPage() {
  const viewer = await pageActor('edit');
  const [locale, acts] = await Promise.all([getLocale(), listActs(viewer)]);
  const words = actsMessages[locale];
  return (
    <div className="wrap">
      <PageHeading title={words.listTitle} subtitle={words.listSubtitle} />
      <div className="stack">
        <Card>
          {acts.length === 0 ? (
            <p className="muted">{words.listEmpty}</p>
          ) : (
            <ActsTable acts={acts} locale={locale} />
          )}
        </Card>
        <p>
          <Link href="/history" prefetch={false}>
            {words.toHistory}
          </Link>
        </p>
      </div>
    </div>
  );
}
