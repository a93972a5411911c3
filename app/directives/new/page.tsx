import type { Metadata } from 'next';
import { DirectiveEditor } from '@/components/directives/edit/editor';
import { EditHeading } from '@/components/edit/edit-heading';
import { pageActor } from '@/lib/auth/session';
import { nameDatasets } from '@/lib/datasets/queries';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { nameSources } from '@/lib/sources/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: editRecordMessages[await getLocale()].directive.newTitle };
}

/** Makes a directive, for those who code; for every other account there is no such page. */
export default async function NewDirectivePage() {
  const viewer = await pageActor('code');
  const locale = await getLocale();
  const [datasets, sources] = await Promise.all([nameDatasets(viewer, locale), nameSources(viewer)]);
  const list = { label: recordMessages[locale].directive.title, href: '/directives' };
  return (
    <div className="wrap">
      <EditHeading kind="directive" list={list} record={null} locale={locale} />
      <DirectiveEditor
        open={null}
        // Those that are made up come last.
        begin={{ dataset: datasets[0]?.slug ?? '' }}
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
