import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { IncidentEditor } from '@/components/incidents/edit/editor';
import { PageHeading } from '@/components/layout/page-heading';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { listDatasets } from '@/lib/datasets/queries';
import { nameDirectives } from '@/lib/directives/queries';
import { editMessages } from '@/lib/i18n/messages/edit';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { nameSources } from '@/lib/sources/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: editMessages[await getLocale()].newTitle };
}

/** Makes an incident, for those who code; for every other account there is no such page. */
export default async function NewIncidentPage() {
  const viewer = await currentViewer();
  if (viewer.kind !== 'account') redirect('/sign-in?next=/incidents/new');
  if (!may(viewer, 'code')) notFound();
  const [locale, datasets, sources, directives] = await Promise.all([
    getLocale(),
    listDatasets(viewer),
    nameSources(viewer),
    nameDirectives(viewer),
  ]);
  const words = editMessages[locale];
  return (
    <div className="wrap">
      <PageHeading
        breadcrumbLabel={layoutMessages[locale].breadcrumb}
        breadcrumb={[
          { label: layoutMessages[locale].nav.incidents, href: '/incidents' },
          { label: words.newTitle },
        ]}
        title={words.newTitle}
        subtitle={words.newSubtitle}
      />
      <IncidentEditor
        open={null}
        // Those that are made up come last.
        dataset={datasets[0]?.slug ?? ''}
        datasets={datasets.map(({ slug, title, titleZh }) => ({
          slug,
          title: titleIn(locale, title, titleZh),
        }))}
        sources={sources}
        directives={directives}
        places={{}}
        account={viewer.id}
        edits={may(viewer, 'edit')}
        locale={locale}
      />
    </div>
  );
}
