import type { Locale } from '@/lib/i18n/locale';
import { unscriptedMessages } from '@/lib/i18n/messages/unscripted';
import styles from './filter-bar.module.css';

/** What to do where no script opens the menus. Drawn by the server alone, so that its words are in no script. */
export function MenusNote({ base, locale }: { base: string; locale: Locale }) {
  const t = unscriptedMessages[locale];
  const example = '?type=strike&from=2019';
  return (
    <noscript>
      <p className={styles.unscripted}>
        {t.menus} <a href={`${base}${example}`}>{example}</a>
        {t.example} <a href="/codebook">{t.codes}</a>
      </p>
    </noscript>
  );
}
