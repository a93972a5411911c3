import type { Metadata } from 'next';
import { VersionsView } from '@/components/history/versions-view';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { openSourceVersions } from '@/lib/history/versions/queries';
import { historyMessages } from '@/lib/i18n/messages/history';
import { getLocale } from '@/lib/i18n/request';
import { decodeSegment } from '@/lib/url/segment';

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: historyMessages[await getLocale()].versionsTitle(decodeSegment((await params).ref)) };
}

/** Every version of a source with what changed, for editors; each can be restored. */
export default async function SourceVersionsPage({ params }: Props) {
  const ref = decodeSegment((await params).ref);
  const viewer = await pageActor('edit');
  const { open, entries } = await orNotFound(openSourceVersions(ref, viewer));
  return (
    <VersionsView
      kind="source"
      base="/sources"
      record={ref}
      present={open.version}
      entries={entries}
      locale={await getLocale()}
    />
  );
}
