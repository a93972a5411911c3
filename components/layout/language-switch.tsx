'use client';

import { type Locale, localeTag } from '@/lib/i18n/locale';
import styles from './language-switch.module.css';
import { useChoices } from './use-choices';

const names: readonly [Locale, string][] = [
  ['en', 'EN'],
  ['zh', '中文'],
];

/** "EN / 中文": keeps the choice in a cookie and shows the page again in that language. */
export function LanguageSwitch({ locale, label }: { locale: Locale; label: string }) {
  const { chooseLanguage } = useChoices();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and form semantics
    <div className={styles.group} role="group" aria-label={label}>
      {names.map(([language, name], index) => (
        <span key={language}>
          {index > 0 && <span aria-hidden="true">/</span>}
          <button
            type="button"
            className={styles.choice}
            lang={localeTag[language]}
            aria-pressed={language === locale}
            onClick={() => chooseLanguage(language)}
          >
            {name}
          </button>
        </span>
      ))}
    </div>
  );
}
