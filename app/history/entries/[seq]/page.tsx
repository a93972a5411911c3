import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { HistoryTable } from '@/components/history/history-table';
import { RedactForm } from '@/components/history/redact-form';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { passagesOf } from '@/lib/history/redaction/passages';
import { openEntry } from '@/lib/history/redaction/queries';
import { redactionMessages } from '@/lib/i18n/messages/redaction';
import { getLocale } from '@/lib/i18n/request';
import { decodeSegment } from '@/lib/url/segment';

type Props = { params: Promise<{ seq: string }> };

const load = cache(async (seq: string) => orNotFound(openEntry(seq, await pageActor('redact-history'))));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { seq } = await load(decodeSegment((await params).seq));
  return { title: redactionMessages[await getLocale()].title(seq) };
}

/** One entry of the history, and the form that takes personal data out of it. */
export default async function EntryPage({ params }: Props) {
  const [entry, locale] = await Promise.all([load(decodeSegment((await params).seq)), getLocale()]);
  const words = redactionMessages[locale];
  return (
    <div className="wrap">
      <PageHeading title={words.title(entry.seq)} subtitle={words.subtitle} />
      <div className="stack">
        <Card>
          <HistoryTable entries={[entry]} locale={locale} open />
        </Card>
        {entry.subjectType === 'history' ? (
          <Notice>{words.itself}</Notice>
        ) : (
          <Card title={words.formTitle}>
            <RedactForm entry={entry.seq} passages={passagesOf(entry)} locale={locale} />
          </Card>
        )}
        <p>
          <Link href="/history" prefetch={false}>
            {words.back}
          </Link>
        </p>
      </div>
    </div>
  );
}
