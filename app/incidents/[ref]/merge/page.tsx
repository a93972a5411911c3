import type { Metadata } from 'next';
import { cache } from 'react';
import { PageHeading } from '@/components/layout/page-heading';
import { Candidates } from '@/components/merging/candidates';
import { Pair } from '@/components/merging/pair';
import { orNotFound, orNull, pageActor } from '@/lib/auth/session';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { mergeMessages } from '@/lib/i18n/messages/merge';
import { getLocale } from '@/lib/i18n/request';
import { openCandidates, openPair } from '@/lib/incidents/merging/queries';
import { getPlaceTree } from '@/lib/places/queries';
import { trailLabel, trailsOf } from '@/lib/places/trails';
import { decodeSegment } from '@/lib/url/segment';

type PageProps = {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The record that stays, with others that may be of the same event; for everybody but editors there is no such page. */
const load = cache(async (ref: string) => {
  const viewer = await pageActor('edit');
  return { viewer, ...(await orNotFound(openCandidates(viewer, ref))) };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { open } = await load(decodeSegment((await params).ref));
  return { title: mergeMessages[await getLocale()].title(open.ref) };
}

/** Lets another incident go into this one: which, and then field by field. */
export default async function MergePage({ params, searchParams }: PageProps) {
  const { viewer, open, candidates } = await load(decodeSegment((await params).ref));
  const [locale, { with: given }] = await Promise.all([getLocale(), searchParams]);
  const words = mergeMessages[locale];
  const asked = typeof given === 'string' ? given.trim() : '';
  const isItself = asked === open.ref;
  const pair = asked === '' || isItself ? null : await orNull(openPair(viewer, open.ref, asked));
  const problem = asked === '' || pair ? null : isItself ? words.itself : words.noSuch(asked);
  const ids = [open, ...(pair ? [pair.dropped] : [])].flatMap(({ incident }) => [
    incident.placeId,
    ...(incident.destinationPlaceId === null ? [] : [incident.destinationPlaceId]),
  ]);
  const trails = trailsOf(await getPlaceTree(), ids);
  const placeName = (id: string) => {
    const trail = trails[id];
    return trail ? trailLabel(trail, locale) : id;
  };
  return (
    <div className="wrap">
      <PageHeading
        breadcrumbLabel={layoutMessages[locale].breadcrumb}
        breadcrumb={[
          { label: layoutMessages[locale].nav.incidents, href: '/incidents' },
          { label: open.ref, href: `/incidents/${encodeURIComponent(open.ref)}` },
          { label: words.crumb },
        ]}
        title={pair ? words.pairTitle : words.title(open.ref)}
        subtitle={pair ? words.pairSubtitle(open.ref, pair.dropped.ref) : words.help}
      />
      {pair ? (
        <Pair {...pair} placeName={placeName} locale={locale} />
      ) : (
        <Candidates
          record={open.ref}
          candidates={candidates}
          problem={problem}
          asked={asked}
          locale={locale}
        />
      )}
    </div>
  );
}
