'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import formStyles from '@/components/ui/form.module.css';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import { SendForm } from '@/components/ui/send-form';
import { TextField } from '@/components/ui/text-field';
import type { InvitationRow, MadeAnswer } from '@/lib/accounts/types';
import { type Role, roles } from '@/lib/auth/permissions';
import { formatMoment } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { colon, comma } from '@/lib/i18n/marks';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import styles from './accounts.module.css';
import { MadeLink } from './made-link';
import { SendToField } from './send-to-field';

type InviteCardProps = {
  invitations: InvitationRow[];
  /** Whether links can be mailed. */
  mails: boolean;
  locale: Locale;
};

/** Makes invitations and lists those that are open. */
export function InviteCard({ invitations, mails, locale }: InviteCardProps) {
  const words = accountMessages[locale];
  const t = words.accounts;
  const router = useRouter();
  const id = useId();
  const [role, setRole] = useState<Role>('coder');
  const [made, setMade] = useState<MadeAnswer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const callBack = async (invitation: string) => {
    const sent = await send('/api/accounts/invitations/call-back', { link: invitation });
    if ('failed' in sent) setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
    else router.refresh();
  };
  return (
    <Card title={t.invite} subtitle={t.inviteHelp}>
      <div className={styles.form}>
        {made && <MadeLink key={made.link} made={made} locale={locale} />}
        <SendForm<MadeAnswer>
          key={`after ${made?.link}`}
          path="/api/accounts/invitations"
          words={{ button: t.makeLink, working: t.working, failed: words.failed }}
          onDone={(answer) => {
            setMade(answer);
            router.refresh();
          }}
        >
          {(problemOf) => (
            <>
              <div className={formStyles.field}>
                <label htmlFor={id}>{t.roleLabel}</label>
                <select
                  id={id}
                  name="role"
                  value={role}
                  aria-describedby={`${id}-hint`}
                  onChange={(event) => setRole(event.target.value as Role)}
                >
                  {roles.map((one) => (
                    <option key={one} value={one}>
                      {words.role[one]}
                    </option>
                  ))}
                </select>
                <p id={`${id}-hint`} className={formStyles.hint}>
                  {words.roleHelp[role]}
                </p>
              </div>
              <TextField name="note" label={t.note} problem={problemOf('note')} autoComplete="off" />
              {mails && <SendToField problem={problemOf('sendTo')} locale={locale} />}
            </>
          )}
        </SendForm>
        {invitations.length > 0 && (
          <section aria-label={t.invitations} className={styles.made}>
            <h3>{t.invitations}</h3>
            {failure && <Notice kind="error">{failure}</Notice>}
            <ul className={styles.list}>
              {invitations.map(({ id: one, role: ofOne, note, expiresAt }) => (
                <li key={one}>
                  <span>
                    {words.role[ofOne]}
                    {note && (
                      <>
                        {' · '}
                        <bdi>{note}</bdi>
                      </>
                    )}
                    <span className="muted"> · {t.until(formatMoment(expiresAt, locale))}</span>
                  </span>
                  <Button
                    size="small"
                    aria-label={`${t.callBack}${colon[locale]}${[words.role[ofOne], note].filter(Boolean).join(comma[locale])}`}
                    onClick={() => callBack(one)}
                  >
                    {t.callBack}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}
