import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { SourceTable } from '@/components/sources/source-table';
import { Card } from '@/components/ui/card';
import { pageViewer } from '@/lib/auth/session';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { listSources } from '@/lib/sources/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordMessages[await getLocale()].source.title };
}

export default async function SourcesPage() {
  const [locale, sources] = await Promise.all([getLocale(), listSources(await pageViewer())]);
  const words = recordMessages[locale].source;
  return (
    <div className="wrap">
      <PageHeading title={words.title} subtitle={words.subtitle} />
      <Card>
        <SourceTable rows={sources} locale={locale} />
      </Card>
    </div>
  );
}
