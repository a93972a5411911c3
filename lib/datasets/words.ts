import { formatDay, formatRange } from '@/lib/dates/format';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import { type PlaceTrails, placeWords } from '@/lib/places/trails';
import type { DatasetRecord } from './types';

type Coverage = Pick<DatasetRecord, 'coveragePlaceId' | 'coverageFrom' | 'coverageTo'>;

/** What a data set covers, in space and time; null = it makes no claim. */
export function coverageInWords(coverage: Coverage, places: PlaceTrails, locale: Locale): string | null {
  const { coveragePlaceId, coverageFrom, coverageTo } = coverage;
  const words = recordMessages[locale].figure;
  const place = coveragePlaceId === null ? null : placeWords(places, coveragePlaceId, locale);
  const time =
    coverageFrom !== null && coverageTo !== null
      ? formatRange(coverageFrom, coverageTo, locale)
      : coverageFrom !== null
        ? words.from(formatDay(coverageFrom, locale))
        : coverageTo !== null
          ? words.to(formatDay(coverageTo, locale))
          : null;
  const parts = [place, time].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(locale === 'zh' ? '，' : ', ');
}

/** How many of the reported incidents are described one by one: "8 of 293 reported (2.7 %)". */
export function describedShare(described: number, reported: number, locale: Locale): string {
  const share = formatNumber(reported > 0 ? (described / reported) * 100 : 0, locale, 1);
  return recordMessages[locale].data.describedOf(
    formatNumber(described, locale),
    formatNumber(reported, locale),
    locale === 'zh' ? `${share}%` : `${share} %`,
  );
}
