import Link from 'next/link';
import { barRows } from '@/lib/explore/compare/rows';
import type { ChangeRow } from '@/lib/explore/compare/types';
import type { ComparedField } from '@/lib/explore/compare/values';
import type { CompareMeasure } from '@/lib/explore/compare/words';
import { formatNumber } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { classes } from '../../ui/tone';
import signs from './compare.module.css';
import styles from './compare-pairs.module.css';
import type { CompareCardProps } from './props';

export type ChangeRowsProps = CompareCardProps & {
  field: ComparedField;
  /** In the order in which they are to stand. */
  rows: ChangeRow[];
  measure: CompareMeasure;
};

/** Rows shown at once; the others are folded away. */
const most = 10;

/** Two bars for each value, A over B, with the change in words; every number opens its records. */
export function ChangePairs({ comparison, links, rows, field, measure, locale }: ChangeRowsProps) {
  const t = compareMessages[locale];
  const { a, b } = comparison;
  const drawn = barRows(rows, { a, b }, measure, locale);
  const longest = Math.max(0, ...drawn.flatMap(({ lengthA, lengthB }) => [lengthA, lengthB]));
  if (rows.length === 0) return <p className="muted">{t.noRows}</p>;
  const items = rows.map((row, at) => {
    const bar = drawn[at];
    if (!bar) return null;
    return (
      <li key={row.code} className={styles.pair} data-row={row.code}>
        <div className={classes(styles.pairWords, row.depth === 1 && styles.nested)}>
          <a href={links.narrow(field, row)} className={styles.pairLabel} title={t.narrow(row.label)}>
            {row.label}
          </a>
          <span className={styles.pairChange}>{bar.change}</span>
        </div>
        <div className={styles.pairBars}>
          {(['a', 'b'] as const).map((side) => {
            const [count, length, detail] =
              side === 'a' ? [row.a, bar.lengthA, bar.detailA] : [row.b, bar.lengthB, bar.detailB];
            const n = formatNumber(count, locale);
            return (
              <div key={side} className={styles.pairBar}>
                <svg aria-hidden="true" className={styles.barSvg}>
                  <rect
                    className={classes(styles.bar, side === 'a' ? signs.outlineA : signs.fillB)}
                    x="0.75"
                    y="0.75"
                    width={`${longest > 0 ? Math.max(count > 0 ? 0.6 : 0, (99 * length) / longest).toFixed(2) : 0}%`}
                  />
                </svg>
                <span className={styles.pairNumber}>
                  {count > 0 ? (
                    <Link
                      href={links.value(side === 'a' ? a : b, field, row, side)}
                      prefetch={false}
                      aria-label={t.open(t.sides[side], row.label, n)}
                    >
                      {n}
                    </Link>
                  ) : (
                    n
                  )}
                  {detail !== '' && <span className="muted">{detail}</span>}
                </span>
              </div>
            );
          })}
        </div>
      </li>
    );
  });
  return (
    <>
      <ul className={styles.pairs} aria-label={t.fields[field]}>
        {items.slice(0, most)}
      </ul>
      {items.length > most && (
        <details className={styles.more}>
          <summary>{exploreMessages[locale].breakdown.showAll(formatNumber(items.length, locale))}</summary>
          <ul className={styles.pairs} aria-label={t.fields[field]}>
            {items.slice(most)}
          </ul>
        </details>
      )}
    </>
  );
}
