import type { Metadata } from 'next';
import { VersionsView } from '@/components/history/versions-view';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { openFigureVersions } from '@/lib/history/versions/queries';
import { historyMessages } from '@/lib/i18n/messages/history';
import { getLocale } from '@/lib/i18n/request';
import { decodeSegment } from '@/lib/url/segment';

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: historyMessages[await getLocale()].versionsTitle(decodeSegment((await params).ref)) };
}

/** Every version of a reported figure with what changed, for editors; each can be restored. */
export default async function FigureVersionsPage({ params }: Props) {
  const ref = decodeSegment((await params).ref);
  const viewer = await pageActor('edit');
  const { open, entries } = await orNotFound(openFigureVersions(ref, viewer));
  return (
    <VersionsView
      kind="figure"
      base="/figures"
      page={`/data#${encodeURIComponent(ref)}`}
      record={ref}
      present={open.version}
      entries={entries}
      locale={await getLocale()}
    />
  );
}
