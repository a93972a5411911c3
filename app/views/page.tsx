import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { ViewListCard } from '@/components/saved-views/view-list';
import { pageViewer } from '@/lib/auth/session';
import { requestOrigin } from '@/lib/http/origin';
import { savedMessages } from '@/lib/i18n/messages/saved';
import { getLocale } from '@/lib/i18n/request';
import { openViewList } from '@/lib/saved-views/list';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: savedMessages[await getLocale()].title };
}

/** The saved views, newest first. */
export default async function SavedViewsPage({ searchParams }: Props) {
  const [viewer, locale, { page }] = await Promise.all([pageViewer(), getLocale(), searchParams]);
  const asked = typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
  const [list, origin] = await Promise.all([openViewList(asked, viewer, locale), requestOrigin()]);
  const words = savedMessages[locale];
  return (
    <div className="wrap">
      <PageHeading title={words.title} subtitle={words.subtitle} />
      <ViewListCard list={list} origin={origin} locale={locale} />
    </div>
  );
}
