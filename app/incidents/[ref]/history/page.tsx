import type { Metadata } from 'next';
import { VersionsView } from '@/components/history/versions-view';
import { may } from '@/lib/auth/permissions';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { openVersions } from '@/lib/history/versions/queries';
import { historyMessages } from '@/lib/i18n/messages/history';
import { getLocale } from '@/lib/i18n/request';
import { decodeSegment } from '@/lib/url/segment';

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: historyMessages[await getLocale()].versionsTitle(decodeSegment((await params).ref)) };
}

/** Every version of an incident with what changed, for whoever may edit it; each can be restored. */
export default async function VersionsPage({ params }: Props) {
  const ref = decodeSegment((await params).ref);
  const viewer = await pageActor('code');
  const { open, entries } = await orNotFound(openVersions(ref, viewer));
  return (
    <VersionsView
      kind="incident"
      base="/incidents"
      record={ref}
      present={open.version}
      entries={entries}
      edits={may(viewer, 'edit')}
      canRestore={entries[0]?.action !== 'incident.merged-into'}
      locale={await getLocale()}
    />
  );
}
