import type { Metadata } from 'next';
import { cache } from 'react';
import styles from '@/components/accounts/accounts.module.css';
import { FormNote } from '@/components/accounts/form-note';
import { LinkForm } from '@/components/accounts/link-form';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { findOpenLink } from '@/lib/accounts/queries';
import { colon } from '@/lib/i18n/marks';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { getLocale } from '@/lib/i18n/request';

type Props = { params: Promise<{ token: string }> };

const readLink = cache(findOpenLink);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { token }] = await Promise.all([getLocale(), params]);
  const [link, t] = [await readLink(token), accountMessages[locale].link];
  return { title: link ? t.titles[link.kind] : t.gone, robots: { index: false } };
}

/** What a link that can be used once is for: the first account, an invitation, a new password. */
export default async function LinkPage({ params }: Props) {
  const [locale, { token }] = await Promise.all([getLocale(), params]);
  const link = await readLink(token);
  const words = accountMessages[locale];
  const t = words.link;
  if (!link)
    return (
      <div className="wrap narrow">
        <PageHeading title={t.gone} subtitle={words.linkGone} />
      </div>
    );
  return (
    <div className="wrap narrow">
      <PageHeading title={t.titles[link.kind]} subtitle={t.subtitles[link.kind]} />
      <Card>
        <div className={styles.form}>
          {link.role && <p>{t.roleIs(words.role[link.role], words.roleHelp[link.role])}</p>}
          {link.login && (
            <p>
              {`${words.signIn.login}${colon[locale]}`}
              <bdi>{link.login}</bdi>
            </p>
          )}
          <FormNote locale={locale} />
          <LinkForm token={token} kind={link.kind} login={link.login} locale={locale} />
        </div>
      </Card>
    </div>
  );
}
