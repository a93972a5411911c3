import Link from 'next/link';
import type { Figure } from '@/lib/explore/figures';
import { type Selection, selectionPath, withFilters } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import styles from './figures-strip.module.css';

/** The big numbers; each opens the records or the source behind it. */
export function FiguresStrip(props: { figures: Figure[]; selection: Selection; locale: Locale }) {
  const { figures, selection, locale } = props;
  return (
    <section className={styles.strip} aria-label={exploreMessages[locale].figures.title}>
      {figures.map(({ key, label, value, detail, opens }) => (
        <Link
          key={key}
          className={styles.figure}
          prefetch={false}
          scroll={'path' in opens}
          href={'path' in opens ? opens.path : selectionPath('/', withFilters(selection, opens.filters))}
        >
          <span className={styles.label}>{label}</span>
          <span className={styles.value}>{value}</span>
          <span className={styles.detail}>{detail}</span>
        </Link>
      ))}
    </section>
  );
}
