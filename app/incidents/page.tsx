import type { Metadata } from 'next';
import { IncidentsApp } from '@/components/explore/incidents-app';
import { MenusNote } from '@/components/explore/menus-note';
import { may } from '@/lib/auth/permissions';
import { pageViewer } from '@/lib/auth/session';
import { openExplore } from '@/lib/explore/open';
import { requestOrigin } from '@/lib/http/origin';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { getLocale } from '@/lib/i18n/request';
import { searchText } from '@/lib/url/params';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: exploreMessages[await getLocale()].headline.incidents };
}

/** The list of incidents that the address names. */
export default async function Page({ searchParams }: Props) {
  const locale = await getLocale();
  const asking = { viewer: await pageViewer(), locale, origin: await requestOrigin() };
  const query = await searchParams;
  const page = await openExplore(query, asking);
  return (
    <IncidentsApp
      page={page}
      search={searchText(query)}
      locale={locale}
      codes={may(asking.viewer, 'code')}
      edits={may(asking.viewer, 'edit')}
      menusNote={<MenusNote base="/incidents" locale={locale} />}
    />
  );
}
