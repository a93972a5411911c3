import type { Metadata } from 'next';
import { DirectiveEditor } from '@/components/directives/edit/editor';
import { EditHeading } from '@/components/edit/edit-heading';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { nameDatasets } from '@/lib/datasets/queries';
import { openDirective } from '@/lib/directives/edit/queries';
import { openedAs } from '@/lib/edit/types';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { getPlaceTree } from '@/lib/places/queries';
import { trailLabels } from '@/lib/places/trails';
import { nameSources } from '@/lib/sources/queries';
import { decodeSegment } from '@/lib/url/segment';

type PageProps = {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const own = editRecordMessages[await getLocale()].directive;
  return { title: `${own.editTitle} ${decodeSegment((await params).ref)}` };
}

/** Changes a directive, for those who may; for everybody else with an account there is no such page. */
export default async function EditDirectivePage({ params, searchParams }: PageProps) {
  const viewer = await pageActor('code');
  const open = await orNotFound(openDirective(decodeSegment((await params).ref), viewer));
  const locale = await getLocale();
  const [{ saved, check }, datasets, sources, tree] = await Promise.all([
    searchParams,
    nameDatasets(viewer, locale),
    nameSources(viewer),
    getPlaceTree(),
  ]);
  const { ref, version, directive } = open;
  const href = `/directives/${encodeURIComponent(ref)}`;
  const title = titleIn(locale, directive.title, directive.titleZh);
  const named = [directive.issuerPlaceId, ...directive.claims.map(({ value }) => value)];
  return (
    <div className="wrap">
      <EditHeading
        kind="directive"
        list={{ label: recordMessages[locale].directive.title, href: '/directives' }}
        record={{ ref, version, title, href }}
        locale={locale}
      />
      <DirectiveEditor
        key={ref}
        open={openedAs('directive', open)}
        dataset=""
        datasets={datasets}
        sources={sources}
        directives={[]}
        places={trailLabels(tree, named, locale)}
        account={viewer.id}
        checksCare={check === 'personal-data'}
        justSaved={saved === '1'}
        locale={locale}
      />
    </div>
  );
}
