import type { Metadata } from 'next';
import { NotFound } from '@/components/layout/not-found';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { getLocale } from '@/lib/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: layoutMessages[await getLocale()].notFound.title };
}

export default async function NotFoundPage() {
  return <NotFound locale={await getLocale()} kind="page" />;
}
