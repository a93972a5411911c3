import type { Metadata } from 'next';
import { IncidentsView } from '@/components/explore/incidents-view';
import { publicViewer } from '@/lib/auth/viewer';
import { openExplore } from '@/lib/explore/open';
import { requestOrigin } from '@/lib/http/origin';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { getLocale } from '@/lib/i18n/request';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: exploreMessages[await getLocale()].headline.incidents };
}

/** The list of incidents that the address names. */
export default async function Page({ searchParams }: Props) {
  const locale = await getLocale();
  const asking = { viewer: publicViewer, locale, origin: await requestOrigin() };
  return <IncidentsView page={await openExplore(await searchParams, asking)} locale={locale} />;
}
