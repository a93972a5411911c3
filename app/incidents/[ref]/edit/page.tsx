import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { IncidentEditor } from '@/components/incidents/edit/editor';
import { PageHeading } from '@/components/layout/page-heading';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { nameDirectives } from '@/lib/directives/queries';
import { openedAs } from '@/lib/edit/types';
import { AppError } from '@/lib/errors';
import { editMessages } from '@/lib/i18n/messages/edit';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { openIncident } from '@/lib/incidents/edit/queries';
import { redirectOf } from '@/lib/incidents/merging/queries';
import { getPlaceTree } from '@/lib/places/queries';
import { trailLabel, trailsOf } from '@/lib/places/trails';
import { nameSources } from '@/lib/sources/queries';
import { decodeSegment } from '@/lib/url/segment';

type PageProps = {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The record, for those who may change it; for everybody else with an account there is no such page. */
const load = cache(async (ref: string) => {
  const viewer = await currentViewer();
  if (viewer.kind !== 'account')
    redirect(`/sign-in?next=${encodeURIComponent(`/incidents/${encodeURIComponent(ref)}/edit`)}`);
  if (!may(viewer, 'code')) notFound();
  try {
    // What went into another record has versions to look at, and nothing to edit.
    if ((await redirectOf(ref, viewer)) !== null) redirect(`/incidents/${encodeURIComponent(ref)}/history`);
    return { viewer, open: await openIncident(ref, viewer) };
  } catch (thrown) {
    if (thrown instanceof AppError && (thrown.code === 'not-found' || thrown.code === 'forbidden'))
      notFound();
    throw thrown;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { open } = await load(decodeSegment((await params).ref));
  return { title: `${editMessages[await getLocale()].editTitle} ${open.ref}` };
}

/** Changes an incident. */
export default async function EditIncidentPage({ params, searchParams }: PageProps) {
  const { viewer, open } = await load(decodeSegment((await params).ref));
  const [locale, { saved, check }, sources, directives, tree] = await Promise.all([
    getLocale(),
    searchParams,
    nameSources(viewer),
    nameDirectives(viewer),
    getPlaceTree(),
  ]);
  const { incident } = open;
  const named = [incident.placeId, incident.destinationPlaceId, ...incident.claims.map(({ value }) => value)];
  const trails = trailsOf(
    tree,
    named.flatMap((id) => id ?? []),
  );
  const words = editMessages[locale];
  return (
    <div className="wrap">
      <PageHeading
        breadcrumbLabel={layoutMessages[locale].breadcrumb}
        breadcrumb={[
          { label: layoutMessages[locale].nav.incidents, href: '/incidents' },
          { label: open.ref, href: `/incidents/${encodeURIComponent(open.ref)}` },
          { label: words.edit },
        ]}
        title={titleIn(locale, incident.title, incident.titleZh)}
        subtitle={words.editSubtitle(open.ref, open.version)}
      />
      <IncidentEditor
        key={open.ref}
        open={openedAs('incident', open)}
        dataset={open.dataset}
        datasets={[]}
        sources={sources}
        directives={directives}
        places={Object.fromEntries(
          Object.entries(trails).map(([id, trail]) => [id, trailLabel(trail, locale)]),
        )}
        account={viewer.id}
        edits={may(viewer, 'edit')}
        checksCare={check === 'personal-data'}
        justSaved={saved === '1'}
        locale={locale}
      />
    </div>
  );
}
