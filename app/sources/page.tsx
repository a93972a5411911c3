import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { SourceTable } from '@/components/sources/source-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { may } from '@/lib/auth/permissions';
import { pageViewer } from '@/lib/auth/session';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { listSources } from '@/lib/sources/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordMessages[await getLocale()].source.title };
}

export default async function SourcesPage() {
  const viewer = await pageViewer();
  const [locale, sources] = await Promise.all([getLocale(), listSources(viewer)]);
  const words = recordMessages[locale].source;
  return (
    <div className="wrap">
      <PageHeading
        title={words.title}
        subtitle={words.subtitle}
        actions={
          may(viewer, 'code') && (
            <ButtonLink href="/sources/new" variant="primary" size="small">
              {editRecordMessages[locale].source.newTitle}
            </ButtonLink>
          )
        }
      />
      <Card>
        <SourceTable rows={sources} locale={locale} />
      </Card>
    </div>
  );
}
