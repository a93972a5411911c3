import type { Metadata } from 'next';
import { EditHeading } from '@/components/edit/edit-heading';
import { FigureEditor } from '@/components/sources/edit/editors';
import { pageActor } from '@/lib/auth/session';
import { nameDatasets } from '@/lib/datasets/queries';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { nameSources } from '@/lib/sources/queries';

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: editRecordMessages[await getLocale()].figure.newTitle };
}

/** Makes a reported figure, for editors; `?source=` and `?dataset=` tell what it begins with. */
export default async function NewFigurePage({ searchParams }: PageProps) {
  const viewer = await pageActor('edit');
  const locale = await getLocale();
  const [{ source, dataset }, datasets, sources] = await Promise.all([
    searchParams,
    nameDatasets(viewer, locale),
    nameSources(viewer),
  ]);
  const list = { label: recordMessages[locale].data.title, href: '/data' };
  return (
    <div className="wrap">
      <EditHeading kind="figure" list={list} record={null} locale={locale} />
      <FigureEditor
        open={null}
        begin={{
          source: sources.find(({ ref }) => ref === source)?.ref ?? '',
          dataset: datasets.find(({ slug }) => slug === dataset)?.slug ?? '',
        }}
        dataset=""
        datasets={datasets}
        sources={sources}
        directives={[]}
        places={{}}
        account={viewer.id}
        locale={locale}
      />
    </div>
  );
}
