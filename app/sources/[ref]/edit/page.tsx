import type { Metadata } from 'next';
import { EditHeading } from '@/components/edit/edit-heading';
import { SourceEditor } from '@/components/sources/edit/editors';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { openedAs } from '@/lib/edit/types';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { openSource } from '@/lib/sources/edit/queries';
import { decodeSegment } from '@/lib/url/segment';

type PageProps = {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const own = editRecordMessages[await getLocale()].source;
  return { title: `${own.editTitle} ${decodeSegment((await params).ref)}` };
}

/** Changes a source, for editors; for every other account there is no such page. */
export default async function EditSourcePage({ params, searchParams }: PageProps) {
  const viewer = await pageActor('edit');
  const open = await orNotFound(openSource(decodeSegment((await params).ref), viewer));
  const [locale, { saved }] = await Promise.all([getLocale(), searchParams]);
  const { ref, version, source } = open;
  const href = `/sources/${encodeURIComponent(ref)}`;
  const title = titleIn(locale, source.headline, source.headlineZh);
  return (
    <div className="wrap">
      <EditHeading
        kind="source"
        list={{ label: recordMessages[locale].source.title, href: '/sources' }}
        record={{ ref, version, title, href }}
        locale={locale}
      />
      <SourceEditor
        key={ref}
        open={openedAs('source', open)}
        dataset=""
        datasets={[]}
        sources={[]}
        directives={[]}
        places={{}}
        account={viewer.id}
        justSaved={saved === '1'}
        locale={locale}
      />
    </div>
  );
}
