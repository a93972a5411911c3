import type { Metadata } from 'next';
import { ImportList } from '@/components/imports/import-list';
import { UploadForm } from '@/components/imports/upload-form';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { pageActor } from '@/lib/auth/session';
import { importMessages } from '@/lib/i18n/messages/imports';
import { getLocale } from '@/lib/i18n/request';
import { pieceSize } from '@/lib/imports/batches/input';
import { listBatches } from '@/lib/imports/batches/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: importMessages[await getLocale()].title };
}

/** Where editors send files, and see what was imported before. */
export default async function ImportsPage() {
  const viewer = await pageActor('edit');
  const [locale, batches] = await Promise.all([getLocale(), listBatches(viewer)]);
  const words = importMessages[locale];
  return (
    <div className="wrap">
      <PageHeading
        title={words.title}
        subtitle={words.subtitle}
        breadcrumb={[{ label: words.data, href: '/data' }, { label: words.title }]}
        breadcrumbLabel={words.breadcrumb}
      />
      <div className="stack">
        <Card title={words.upload.title}>
          <UploadForm pieceSize={pieceSize} locale={locale} />
        </Card>
        <Card title={words.list.title}>
          <ImportList batches={batches} locale={locale} />
        </Card>
      </div>
    </div>
  );
}
