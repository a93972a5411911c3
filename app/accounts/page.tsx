import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AccountsCard } from '@/components/accounts/accounts-card';
import { InviteCard } from '@/components/accounts/invite-card';
import { PageHeading } from '@/components/layout/page-heading';
import { listAccounts } from '@/lib/accounts/queries';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { getLocale } from '@/lib/i18n/request';
import { mailSettings } from '@/lib/mail/settings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountMessages[await getLocale()].accounts.title };
}

/** Who may sign in, for admins; for everybody else there is no such page. */
export default async function AccountsPage() {
  const viewer = await currentViewer();
  if (viewer.kind !== 'account') redirect('/sign-in?next=/accounts');
  if (!may(viewer, 'accounts')) notFound();
  const [locale, { accounts, invitations }] = await Promise.all([getLocale(), listAccounts(viewer)]);
  const words = accountMessages[locale].accounts;
  const mails = mailSettings() !== null;
  return (
    <div className="wrap">
      <PageHeading title={words.title} subtitle={words.subtitle} />
      <div className="stack">
        <AccountsCard accounts={accounts} own={viewer.id} mails={mails} locale={locale} />
        <InviteCard invitations={invitations} mails={mails} locale={locale} />
      </div>
    </div>
  );
}
