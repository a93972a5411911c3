import type { Metadata } from 'next';
import { DatasetCard } from '@/components/datasets/dataset-card';
import { PageHeading } from '@/components/layout/page-heading';
import { FigureTable } from '@/components/sources/figure-table';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { pageViewer } from '@/lib/auth/session';
import { getDataPage } from '@/lib/datasets/queries';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordMessages[await getLocale()].data.title };
}

export default async function DataPage() {
  const [locale, { datasets, figures, places }] = await Promise.all([
    getLocale(),
    getDataPage(await pageViewer()),
  ]);
  const words = recordMessages[locale];
  const apart = figures.filter(({ dataset }) => dataset === null);
  return (
    <div className="wrap">
      <PageHeading title={words.data.title} subtitle={words.data.subtitle} />
      <div className="stack">
        {datasets.length === 0 && <EmptyState title={words.data.none}>{words.data.noneText}</EmptyState>}
        {datasets.map((dataset) => (
          <DatasetCard
            key={dataset.slug}
            dataset={dataset}
            figures={figures.filter((figure) => figure.dataset === dataset.slug)}
            places={places}
            locale={locale}
          />
        ))}
        {apart.length > 0 && (
          <Card id="figures" title={words.data.apart} subtitle={words.figure.subtitle}>
            <FigureTable of={words.data.apart} figures={apart} places={places} locale={locale} />
          </Card>
        )}
      </div>
    </div>
  );
}
