import { ExploreApp } from '@/components/explore/explore-app';
import { may } from '@/lib/auth/permissions';
import { pageViewer } from '@/lib/auth/session';
import { openExplore } from '@/lib/explore/open';
import { requestOrigin } from '@/lib/http/origin';
import { getLocale } from '@/lib/i18n/request';
import { searchText } from '@/lib/url/params';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Explore: the selection that the address names. */
export default async function Page({ searchParams }: Props) {
  const locale = await getLocale();
  const asking = { viewer: await pageViewer(), locale, origin: await requestOrigin() };
  const query = await searchParams;
  const page = await openExplore(query, asking);
  return (
    <ExploreApp page={page} search={searchText(query)} locale={locale} edits={may(asking.viewer, 'edit')} />
  );
}
