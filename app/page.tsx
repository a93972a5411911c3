import { ExploreView } from '@/components/explore/explore-view';
import { publicViewer } from '@/lib/auth/viewer';
import { openExplore } from '@/lib/explore/open';
import { requestOrigin } from '@/lib/http/origin';
import { getLocale } from '@/lib/i18n/request';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Explore: the selection that the address names. */
export default async function Page({ searchParams }: Props) {
  const locale = await getLocale();
  const asking = { viewer: publicViewer, locale, origin: await requestOrigin() };
  return <ExploreView page={await openExplore(await searchParams, asking)} locale={locale} />;
}
