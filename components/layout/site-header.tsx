import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import type { Theme } from '@/lib/i18n/theme';
import { HeaderSearch } from './header-search';
import { LanguageSwitch } from './language-switch';
import { NavLink } from './nav-link';
import styles from './site-header.module.css';
import { ThemeSwitch } from './theme-switch';

const pages = [
  ['explore', '/'],
  ['incidents', '/incidents'],
  ['directives', '/directives'],
  ['sources', '/sources'],
  ['data', '/data'],
  ['codebook', '/codebook'],
] as const;

type SiteHeaderProps = {
  locale: Locale;
  theme: Theme;
  /** Who is signed in, or the way to sign in. */
  account: ReactNode;
};

/** The name, the six pages, a search, and the choices of language and theme. */
export function SiteHeader({ locale, theme, account }: SiteHeaderProps) {
  const words = layoutMessages[locale];
  return (
    <header className={`${styles.bar} no-print`}>
      <div className={`wrap ${styles.inner}`}>
        <Link href="/" prefetch={false} className={styles.name}>
          {words.name}
        </Link>
        <nav className={styles.nav} aria-label={words.nav.label}>
          <ul>
            {pages.map(([key, href]) => (
              <li key={key}>
                <NavLink href={href} label={words.nav[key]} />
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.tools}>
          <HeaderSearch words={words.search} />
          <LanguageSwitch locale={locale} label={words.language} />
          <ThemeSwitch theme={theme} words={words.theme} />
          {account}
        </div>
      </div>
    </header>
  );
}
