import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { ActFacts } from '@/components/acts/act-facts';
import { ActRecords } from '@/components/acts/act-records';
import { UndoButton } from '@/components/acts/undo-button';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { getLocale } from '@/lib/i18n/request';
import { openAct } from '@/lib/incidents/acts/entries/queries';
import { decodeSegment } from '@/lib/url/segment';

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string) => orNotFound(openAct(id, await pageActor('edit'))));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { act } = await load(decodeSegment((await params).id));
  return { title: actsMessages[await getLocale()].names[act.kind] };
}

/** One act on many records, or a merge, with its records, and the way to take it back. */
export default async function ActPage({ params }: Props) {
  const [{ act, since, records }, locale] = await Promise.all([
    load(decodeSegment((await params).id)),
    getLocale(),
  ]);
  const words = actsMessages[locale];
  const isOpen = act.kind !== 'undo' && act.undoneBy === null;
  const count = act.changed - since;
  // The record that went into another one can always be had back.
  const canUndo = isOpen && (act.kind === 'merge' || count > 0);
  return (
    <div className="wrap">
      <PageHeading
        title={words.actTitle(words.names[act.kind], act.changed)}
        subtitle={words.actOf(act.at.slice(0, 16).replace('T', ' '), act.actorName)}
        actions={canUndo && <UndoButton act={act.id} count={count} since={since} locale={locale} />}
      />
      <div className="stack">
        {isOpen && since > 0 && <Notice>{canUndo ? words.sinceNote(since) : words.allSince}</Notice>}
        <Card>
          <ActFacts act={act} locale={locale} />
        </Card>
        {act.leftRefs.length > 0 && (
          <Card title={words.leftTitle(act.leftRefs.length)}>
            <p>
              {act.leftRefs.map((ref, index) => (
                <span key={ref}>
                  {index > 0 && ', '}
                  <Link href={`/incidents/${encodeURIComponent(ref)}`} prefetch={false}>
                    {ref}
                  </Link>
                </span>
              ))}
            </p>
          </Card>
        )}
        <Card
          title={words.recordsTitle}
          subtitle={records.length < act.changed ? words.recordsFirst(records.length) : undefined}
        >
          <ActRecords records={records} marksSince={isOpen} locale={locale} />
        </Card>
        <p>
          <Link href="/history/acts" prefetch={false}>
            {words.listTitle}
          </Link>
        </p>
      </div>
    </div>
  );
}
