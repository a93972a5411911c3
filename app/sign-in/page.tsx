import type { Metadata } from 'next';
import styles from '@/components/accounts/accounts.module.css';
import { FormNote } from '@/components/accounts/form-note';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { getLocale } from '@/lib/i18n/request';
import { safeNext } from '@/lib/url/next-path';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountMessages[await getLocale()].signIn.title };
}

/** Where somebody with an account signs in. */
export default async function SignInPage({ searchParams }: Props) {
  const [locale, viewer, { next, set }] = await Promise.all([getLocale(), currentViewer(), searchParams]);
  const t = accountMessages[locale].signIn;
  return (
    <div className="wrap narrow">
      <PageHeading title={t.title} subtitle={may(viewer, 'read') ? t.subtitle : t.closedSubtitle} />
      <Card footerStart={t.forgotten}>
        <div className={styles.form}>
          {set !== undefined && <Notice>{accountMessages[locale].link.done}</Notice>}
          {viewer.kind === 'account' && <Notice>{t.already(viewer.name)}</Notice>}
          <FormNote locale={locale} />
          <SignInForm next={safeNext(next)} locale={locale} />
        </div>
      </Card>
    </div>
  );
}
