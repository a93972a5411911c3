import './globals.css';
import './print.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AccountCorner } from '@/components/accounts/account-corner';
import { Commands } from '@/components/commands/commands';
import { ChineseLetters } from '@/components/layout/chinese-letters';
import { PrintedFrom } from '@/components/layout/printed-from';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { localeTag } from '@/lib/i18n/locale';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { getLocale, getTheme } from '@/lib/i18n/request';
import { fontClasses } from './fonts';

export async function generateMetadata(): Promise<Metadata> {
  const { name, description } = layoutMessages[await getLocale()];
  return {
    title: { default: name, template: `%s · ${name}` },
    description,
    applicationName: name,
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, viewer] = await Promise.all([getLocale(), getTheme(), currentViewer()]);
  return (
    <html
      lang={localeTag[locale]}
      className={fontClasses}
      data-theme={theme === 'system' ? undefined : theme}
    >
      <body>
        <a href="#content" className="skip-link">
          {layoutMessages[locale].skip}
        </a>
        <SiteHeader
          locale={locale}
          theme={theme}
          account={<AccountCorner viewer={viewer} locale={locale} />}
        />
        <main id="content" tabIndex={-1}>
          {children}
          <PrintedFrom label={layoutMessages[locale].printedFrom} />
        </main>
        <SiteFooter locale={locale} />
        <ChineseLetters locale={locale} />
        <Commands locale={locale} imports={may(viewer, 'edit')} />
      </body>
    </html>
  );
}
