import type { Metadata } from 'next';
import { cache } from 'react';
import { ExploreApp } from '@/components/explore/explore-app';
import { MenusNote } from '@/components/explore/menus-note';
import { may } from '@/lib/auth/permissions';
import { pageViewer } from '@/lib/auth/session';
import { openExplore } from '@/lib/explore/open';
import { requestOrigin } from '@/lib/http/origin';
import { siteName } from '@/lib/i18n/locale';
import { getLocale } from '@/lib/i18n/request';
import { searchText } from '@/lib/url/params';

/** The page of a query string, worked out once for its title and itself. */
const opened = cache(async (search: string) => {
  const asking = { viewer: await pageViewer(), locale: await getLocale(), origin: await requestOrigin() };
  return { page: await openExplore(new URLSearchParams(search), asking), asking };
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { page } = await opened(searchText(await searchParams));
  // The template of the layout is for the pages below it.
  return { title: { absolute: `${page.headline.title} · ${siteName}` } };
}

/** Explore: the selection that the address names. */
export default async function Page({ searchParams }: Props) {
  const search = searchText(await searchParams);
  const { page, asking } = await opened(search);
  return (
    <ExploreApp
      page={page}
      search={search}
      locale={asking.locale}
      edits={may(asking.viewer, 'edit')}
      menusNote={<MenusNote base="/" locale={asking.locale} />}
    />
  );
}
