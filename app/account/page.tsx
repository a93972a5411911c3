import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PasswordForm, SecondFactor, Sessions } from '@/components/accounts/account-parts';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { getOwnAccount } from '@/lib/accounts/queries';
import { currentViewer, idInCookie } from '@/lib/auth/session';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { getLocale } from '@/lib/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountMessages[await getLocale()].account.title };
}

/** One's own account: password, second factor, sessions. */
export default async function AccountPage() {
  const viewer = await currentViewer();
  if (viewer.kind !== 'account') redirect('/sign-in?next=/account');
  const [locale, account, here] = await Promise.all([
    getLocale(),
    getOwnAccount(viewer),
    idInCookie('session'),
  ]);
  const words = accountMessages[locale];
  const t = words.account;
  return (
    <div className="wrap">
      <PageHeading title={account.name} subtitle={t.subtitle(account.login, words.role[account.role])} />
      <div className="stack">
        <Card title={t.sessions}>
          <Sessions sessions={account.sessions} here={here} locale={locale} />
        </Card>
        <Card title={t.password}>
          <PasswordForm locale={locale} />
        </Card>
        <Card title={t.secondFactor}>
          <SecondFactor inUse={account.secondFactor} locale={locale} />
        </Card>
      </div>
    </div>
  );
}
