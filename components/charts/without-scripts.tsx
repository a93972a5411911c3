import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import styles from './without-scripts.module.css';

type WithoutScriptsProps = {
  /** Where the numbers of the chart are a table that needs no scripts. */
  tableHref: string;
  locale: Locale;
};

/** What stands in place of a drawing in browsers that run no scripts. */
export function WithoutScripts({ tableHref, locale }: WithoutScriptsProps) {
  const t = exploreMessages[locale].card;
  return (
    <noscript>
      <p className={styles.note}>
        {t.unscripted} <a href={tableHref}>{t.asTable}</a>
      </p>
    </noscript>
  );
}
