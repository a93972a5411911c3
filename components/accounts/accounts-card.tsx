'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { AccountRow } from '@/lib/accounts/types';
import { roles } from '@/lib/auth/permissions';
import { formatMoment } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import styles from './accounts.module.css';
import { MadeLink } from './made-link';

type AccountsCardProps = { accounts: AccountRow[]; own: string; locale: Locale };

/** All accounts, each with what an admin can do to it. */
export function AccountsCard({ accounts, own, locale }: AccountsCardProps) {
  const words = accountMessages[locale];
  const t = words.accounts;
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const act = async (path: string, body: object) => {
    const sent = await send<{ link?: string }>(path, body);
    const failed = 'failed' in sent ? sent.failed : null;
    setFailure(failed === 'offline' ? words.failed : (failed?.message ?? null));
    setLink('answer' in sent ? (sent.answer.link ?? null) : null);
    router.refresh();
  };
  const change = ({ id, version }: AccountRow, what: object) =>
    act('/api/accounts/change', { id, version, ...what });
  return (
    <Card title={t.title}>
      {failure && <Notice kind="error">{failure}</Notice>}
      {link && <MadeLink key={link} link={link} locale={locale} />}
      <DataTable label={t.title} stacked>
        <thead>
          <tr>
            {[t.login, t.name, t.roleLabel, t.state, t.used, t.acts].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountLine
              key={account.id}
              account={account}
              isOwn={account.id === own}
              locale={locale}
              onChange={(what) => change(account, what)}
              onLink={() => act('/api/accounts/password-link', { id: account.id })}
            />
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
}

type LineProps = {
  account: AccountRow;
  isOwn: boolean;
  locale: Locale;
  onChange: (what: object) => void;
  onLink: () => void;
};

function AccountLine({ account, isOwn, locale, onChange, onLink }: LineProps) {
  const words = accountMessages[locale];
  const t = words.accounts;
  const { login, name, role, closedAt, seenAt, secondFactor } = account;
  const closed = closedAt !== null;
  const close = () => {
    if (closed || window.confirm(t.confirmClose(login))) onChange({ closed: !closed });
  };
  return (
    <tr className={closed ? styles.closed : undefined}>
      <td data-label={t.login}>
        <span>
          <b>{login}</b>
          {isOwn && ` (${t.you})`}
        </span>
      </td>
      <td data-label={t.name}>
        <bdi>{name}</bdi>
      </td>
      <td data-label={t.roleLabel}>
        <select
          className={styles.select}
          aria-label={t.roleOf(login)}
          value={role}
          disabled={closed}
          onChange={(event) => onChange({ role: event.target.value })}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {words.role[one]}
            </option>
          ))}
        </select>
      </td>
      <td data-label={t.state}>
        <span>
          {closed ? t.closed : t.open}
          {secondFactor && `, ${t.secondFactor}`}
        </span>
      </td>
      <td data-label={t.used}>{seenAt ? formatMoment(seenAt, locale) : t.never}</td>
      <td data-label={t.acts}>
        <div className={styles.acts}>
          {!closed && (
            <Button size="small" onClick={onLink}>
              {t.passwordLink}
            </Button>
          )}
          {secondFactor && (
            <Button size="small" onClick={() => onChange({ secondFactor: false })}>
              {t.removeSecondFactor}
            </Button>
          )}
          <Button size="small" onClick={close}>
            {closed ? t.reopen : t.close}
          </Button>
        </div>
      </td>
    </tr>
  );
}
