import Link from 'next/link';
import { formatDay } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import type { SourceName } from '@/lib/sources/types';

type SourceRefProps = {
  source: Pick<SourceName, 'ref' | 'outlet' | 'publishedOn'>;
  locator?: string | null;
  locale: Locale;
  /** Whether the day of publication is named. */
  dated?: boolean;
};

/** A source by outlet, day and passage, leading to its page: "Epoch Times, 22 Oct 2020, ¶6". */
export function SourceRef({ source, locator, locale, dated = true }: SourceRefProps) {
  const day = dated && source.publishedOn ? formatDay(source.publishedOn, locale) : null;
  const parts = [source.outlet, day].filter((part) => part !== null);
  return (
    <Link href={`/sources/${encodeURIComponent(source.ref)}`} prefetch={false}>
      {parts.join(locale === 'zh' ? '，' : ', ')}
      {locator ? ` ${locator}` : ''}
    </Link>
  );
}
