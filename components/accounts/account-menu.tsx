'use client';

import { Menu, MenuButton, MenuLink } from '@/components/ui/menu';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { accountMenu } from '@/lib/i18n/messages/account-menu';
import styles from './account-menu.module.css';

type AccountMenuProps = { name: string; codes: boolean; isAdmin: boolean; locale: Locale };

/** A head and shoulders, and beside it the name where there is room. */
function Who({ name }: { name: string }) {
  return (
    <>
      <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="5" r="2.75" />
        <path d="M2.5 14c.6-3 2.8-4.5 5.5-4.5s4.9 1.5 5.5 4.5" />
      </svg>
      <bdi className={styles.name}>{name}</bdi>
    </>
  );
}

/** Who is signed in, with the way to the account and out. */
export function AccountMenu({ name, codes, isAdmin, locale }: AccountMenuProps) {
  const words = accountMenu[locale];
  const signOut = async () => {
    const sent = await send('/api/sign-out', {});
    if ('answer' in sent) window.location.assign('/');
  };
  return (
    <Menu label={<Who name={name} />} buttonLabel={`${words.label}: ${name}`} align="end">
      {codes && <MenuLink href="/review">{words.review}</MenuLink>}
      {codes && <MenuLink href="/history">{words.history}</MenuLink>}
      <MenuLink href="/account">{words.account}</MenuLink>
      {isAdmin && <MenuLink href="/accounts">{words.accounts}</MenuLink>}
      <MenuButton onClick={signOut}>{words.signOut}</MenuButton>
    </Menu>
  );
}
