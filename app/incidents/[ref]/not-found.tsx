import { NotFound } from '@/components/layout/not-found';
import { getLocale } from '@/lib/i18n/request';

export default async function RecordNotFound() {
  return <NotFound locale={await getLocale()} kind="record" />;
}
