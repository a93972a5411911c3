import Link from 'next/link';
import type { Locale } from '@/lib/i18n/locale';
import { actsMessages } from '@/lib/i18n/messages/acts';

/** Leads from an entry to the act on many records, or the merge, that it belongs to; nothing where it stands alone. */
export function ActLink({ actId, locale }: { actId: string | null; locale: Locale }) {
  if (actId === null) return null;
  return (
    <>
      {' '}
      <Link href={`/history/acts/${actId}`} prefetch={false}>
        {actsMessages[locale].toAct}
      </Link>
    </>
  );
}
