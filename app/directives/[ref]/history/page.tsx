import type { Metadata } from 'next';
import { VersionsView } from '@/components/history/versions-view';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { openDirectiveVersions } from '@/lib/history/versions/queries';
import { historyMessages } from '@/lib/i18n/messages/history';
import { getLocale } from '@/lib/i18n/request';
import { decodeSegment } from '@/lib/url/segment';

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: historyMessages[await getLocale()].versionsTitle(decodeSegment((await params).ref)) };
}

/** Every version of a directive with what changed, for whoever may edit it; each can be restored. */
export default async function DirectiveVersionsPage({ params }: Props) {
  const ref = decodeSegment((await params).ref);
  const viewer = await pageActor('code');
  const { open, entries } = await orNotFound(openDirectiveVersions(ref, viewer));
  return (
    <VersionsView
      kind="directive"
      base="/directives"
      record={ref}
      present={open.version}
      entries={entries}
      locale={await getLocale()}
    />
  );
}
