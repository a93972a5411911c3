import type { Metadata } from 'next';
import { EditHeading } from '@/components/edit/edit-heading';
import { SourceEditor } from '@/components/sources/edit/editors';
import { may } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: editRecordMessages[await getLocale()].source.newTitle };
}

/** Makes a source, for those who code; for every other account there is no such page. */
export default async function NewSourcePage() {
  const viewer = await pageActor('code');
  const locale = await getLocale();
  const list = { label: recordMessages[locale].source.title, href: '/sources' };
  return (
    <div className="wrap">
      <EditHeading kind="source" list={list} record={null} locale={locale} />
      <SourceEditor
        open={null}
        dataset=""
        datasets={[]}
        sources={[]}
        directives={[]}
        places={{}}
        account={viewer.id}
        // Only an editor may change it afterwards.
        madeAt={may(viewer, 'edit') ? 'form' : 'page'}
        locale={locale}
      />
    </div>
  );
}
