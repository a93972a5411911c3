'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { AccountRow, MadeAnswer } from '@/lib/accounts/types';
import type { Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { AccountLine } from './account-line';
import { MadeLink } from './made-link';
import { PasswordLinkDialog } from './password-link-dialog';

type AccountsCardProps = {
  accounts: AccountRow[];
  own: string;
  /** Whether links can be mailed. */
  mails: boolean;
  locale: Locale;
};

/** All accounts, each with what an admin can do to it. */
export function AccountsCard({ accounts, own, mails, locale }: AccountsCardProps) {
  const words = accountMessages[locale];
  const t = words.accounts;
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [made, setMade] = useState<MadeAnswer | null>(null);
  const [asked, setAsked] = useState<AccountRow | null>(null);
  const act = async (path: string, body: object) => {
    const sent = await send<Partial<MadeAnswer>>(path, body);
    const failed = 'failed' in sent ? sent.failed : null;
    setFailure(failed === 'offline' ? words.failed : (failed?.message ?? null));
    setMade('answer' in sent && sent.answer.link ? { link: sent.answer.link } : null);
    router.refresh();
  };
  const change = ({ id, version }: AccountRow, what: object) =>
    act('/api/accounts/change', { id, version, ...what });
  const done = (answer: MadeAnswer) => {
    setAsked(null);
    setFailure(null);
    setMade(answer);
    router.refresh();
  };
  return (
    <Card title={t.title}>
      {failure && <Notice kind="error">{failure}</Notice>}
      {made && <MadeLink key={made.link} made={made} locale={locale} />}
      <PasswordLinkDialog account={asked} locale={locale} onClose={() => setAsked(null)} onDone={done} />
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
              onLink={() =>
                mails ? setAsked(account) : act('/api/accounts/password-link', { id: account.id })
              }
            />
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
}
