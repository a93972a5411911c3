import Link from 'next/link';
import { chartMessages } from '@/lib/charts/messages';
import type { DistrictChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import styles from './district-chart.module.css';

type DistrictRestProps = {
  chart: DistrictChart;
  coarseHref: string;
  outsideHrefs: Record<string, string>;
};

/** What no unit of the map holds: incidents known only to the whole area, and those outside it. */
export function DistrictRest({ chart, coarseHref, outsideHrefs }: DistrictRestProps) {
  const { coarse, outside, frame } = chart;
  const { locale } = frame;
  const away = outside.reduce((total, { count }) => total + count, 0);
  if (coarse.count === 0 && away === 0) return null;
  return (
    <div className={styles.rest}>
      {coarse.count > 0 && (
        <p>
          <Link href={coarseHref} prefetch={false} scroll={false}>
            {chartMessages[locale].knownOnly(coarse.count, coarse.label)}
          </Link>
        </p>
      )}
      {away > 0 && (
        <p>
          {exploreMessages[locale].districts.outside(formatNumber(away, locale), coarse.label)}
          {exploreMessages[locale].colon}
          {outside.map(({ placeId, label, count }, index) => {
            const href = outsideHrefs[placeId];
            const words = `${label} ${formatNumber(count, locale)}`;
            return (
              <span key={placeId}>
                {index > 0 && exploreMessages[locale].and}
                {href === undefined ? (
                  words
                ) : (
                  <Link href={href} prefetch={false} scroll={false}>
                    {words}
                  </Link>
                )}
              </span>
            );
          })}
        </p>
      )}
    </div>
  );
}
