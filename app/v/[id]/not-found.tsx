import { ViewNotFound } from '@/components/saved-views/view-not-found';
import { getLocale } from '@/lib/i18n/request';

export default async function SavedViewNotFoundPage() {
  return <ViewNotFound locale={await getLocale()} />;
}
