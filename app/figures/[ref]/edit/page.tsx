import type { Metadata } from 'next';
import { EditHeading } from '@/components/edit/edit-heading';
import { DeleteFigure } from '@/components/sources/edit/delete-figure';
import { FigureEditor } from '@/components/sources/edit/editors';
import { ButtonLink } from '@/components/ui/button';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { nameDatasets } from '@/lib/datasets/queries';
import { openedAs } from '@/lib/edit/types';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { historyMessages } from '@/lib/i18n/messages/history';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { getPlaceTree } from '@/lib/places/queries';
import { trailLabels } from '@/lib/places/trails';
import { openFigure } from '@/lib/sources/edit/queries';
import { nameSources } from '@/lib/sources/queries';
import { decodeSegment } from '@/lib/url/segment';

type PageProps = {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const own = editRecordMessages[await getLocale()].figure;
  return { title: `${own.editTitle} ${decodeSegment((await params).ref)}` };
}

/** Changes or deletes a reported figure, for editors; for every other account there is no such page. */
export default async function EditFigurePage({ params, searchParams }: PageProps) {
  const viewer = await pageActor('edit');
  const open = await orNotFound(openFigure(decodeSegment((await params).ref), viewer));
  const locale = await getLocale();
  const [{ saved }, datasets, sources, tree] = await Promise.all([
    searchParams,
    nameDatasets(viewer, locale),
    nameSources(viewer),
    getPlaceTree(),
  ]);
  const { ref, version, figure } = open;
  const href = `/data#${encodeURIComponent(ref)}`;
  return (
    <div className="wrap">
      <EditHeading
        kind="figure"
        list={{ label: recordMessages[locale].data.title, href: '/data' }}
        record={{ ref, version, title: titleIn(locale, figure.label, figure.labelZh), href }}
        actions={
          <>
            <ButtonLink href={`/figures/${encodeURIComponent(ref)}/history`}>
              {historyMessages[locale].versions}
            </ButtonLink>
            <DeleteFigure key={version} figure={ref} version={version} locale={locale} />
          </>
        }
        locale={locale}
      />
      <FigureEditor
        key={ref}
        open={openedAs('figure', open)}
        dataset=""
        datasets={datasets}
        sources={sources}
        directives={[]}
        places={trailLabels(tree, [figure.placeId], locale)}
        account={viewer.id}
        justSaved={saved === '1'}
        locale={locale}
      />
    </div>
  );
}
