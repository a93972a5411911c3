import type { Metadata } from 'next';
import { DatasetCard } from '@/components/datasets/dataset-card';
import { PageHeading } from '@/components/layout/page-heading';
import { FigureTable } from '@/components/sources/figure-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { may } from '@/lib/auth/permissions';
import { pageViewer } from '@/lib/auth/session';
import { getDataPage } from '@/lib/datasets/queries';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { importMessages } from '@/lib/i18n/messages/imports';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordMessages[await getLocale()].data.title };
}

export default async function DataPage() {
  const viewer = await pageViewer();
  const [locale, { datasets, figures, places }] = await Promise.all([getLocale(), getDataPage(viewer)]);
  const edits = may(viewer, 'edit');
  const words = recordMessages[locale];
  const apart = figures.filter(({ dataset }) => dataset === null);
  return (
    <div className="wrap">
      <PageHeading
        title={words.data.title}
        subtitle={words.data.subtitle}
        actions={
          edits && (
            <>
              <ButtonLink href="/data/import" size="small">
                {importMessages[locale].link}
              </ButtonLink>
              <ButtonLink href="/figures/new" variant="primary" size="small">
                {editRecordMessages[locale].figure.newTitle}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="stack">
        {datasets.length === 0 && <EmptyState title={words.data.none}>{words.data.noneText}</EmptyState>}
        {datasets.map((dataset) => (
          <DatasetCard
            key={dataset.slug}
            dataset={dataset}
            figures={figures.filter((figure) => figure.dataset === dataset.slug)}
            places={places}
            edits={edits}
            locale={locale}
          />
        ))}
        {apart.length > 0 && (
          <Card id="figures" title={words.data.apart} subtitle={words.figure.subtitle}>
            <FigureTable
              of={words.data.apart}
              figures={apart}
              places={places}
              edits={edits}
              locale={locale}
            />
          </Card>
        )}
      </div>
    </div>
  );
}
