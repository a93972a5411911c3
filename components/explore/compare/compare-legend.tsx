import type { ComparedSide } from '@/lib/explore/compare/types';
import { phrasesSentence } from '@/lib/explore/phrases';
import type { Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import styles from './compare.module.css';

type CompareLegendProps = {
  a: ComparedSide;
  b: ComparedSide;
  /** Whether A is a line; else both are bars. */
  isLine: boolean;
  /** What a band means, where there is one. */
  gap?: string | null;
  locale: Locale;
};

/** The two selections with their signs, in the words in which they differ, where each has some. */
export function CompareLegend({ a, b, isLine, gap = null, locale }: CompareLegendProps) {
  const t = compareMessages[locale];
  // Where one says nothing that the other does not say too, what the other says alone would seem to be all of it.
  const isShort = [a, b].every(({ phrases }) => phrases.some(({ differs }) => differs));
  return (
    <ul className={styles.legend}>
      {(['a', 'b'] as const).map((side) => (
        <li key={side}>
          <svg viewBox="0 0 14 14" className={styles.sign} aria-hidden="true">
            {side === 'b' ? (
              <rect width="14" height="14" rx="2" className={styles.fillB} />
            ) : isLine ? (
              <>
                <path d="M0 7h14" className={styles.lineA} />
                <circle cx="7" cy="7" r="3" className={styles.fillA} />
              </>
            ) : (
              <rect x="1" y="1" width="12" height="12" className={styles.outlineA} />
            )}
          </svg>
          <span>
            <b>{t.sides[side]}</b> {saidOf(side === 'a' ? a : b, isShort, locale)}
          </span>
        </li>
      ))}
      {gap && (
        <li>
          <svg viewBox="0 0 14 14" className={styles.sign} aria-hidden="true">
            <rect x="0.5" y="0.5" width="13" height="13" className={styles.gap} />
          </svg>
          <span>{gap}</span>
        </li>
      )}
    </ul>
  );
}

/** What a side says otherwise than the other (`isShort`), or everything that it says. */
function saidOf({ phrases, sentence }: ComparedSide, isShort: boolean, locale: Locale): string {
  if (!isShort) return sentence;
  const differing = phrases.filter(({ differs }) => differs);
  return phrasesSentence(
    differing.map(({ label, short }) => ({ label, text: short })),
    locale,
  );
}
