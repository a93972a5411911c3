'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import { SendForm } from '@/components/ui/send-form';
import { TextField } from '@/components/ui/text-field';
import type { OwnAccount } from '@/lib/accounts/types';
import { deviceIn } from '@/lib/auth/device';
import { formatMoment } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { colon, inBrackets } from '@/lib/i18n/marks';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import styles from './accounts.module.css';

/** Changes one's own password. */
export function PasswordForm({ locale }: { locale: Locale }) {
  const words = accountMessages[locale];
  const t = words.account;
  const [times, setTimes] = useState(0);
  const router = useRouter();
  const done = () => {
    setTimes(times + 1);
    router.refresh();
  };
  return (
    <div className={styles.form}>
      {times > 0 && <Notice>{t.changed}</Notice>}
      <SendForm
        key={times}
        path="/api/account/password"
        words={{ button: t.change, working: t.working, failed: words.failed }}
        onDone={done}
      >
        {(problemOf) => (
          <>
            <TextField
              name="old"
              type="password"
              label={t.old}
              problem={problemOf('old')}
              autoComplete="current-password"
              required
            />
            <TextField
              name="password"
              type="password"
              label={t.new}
              hint={words.link.passwordHelp}
              problem={problemOf('password')}
              autoComplete="new-password"
              required
            />
          </>
        )}
      </SendForm>
    </div>
  );
}

type Key = { typed: string; picture: string };

/** Begins, confirms or removes one's own second factor. */
export function SecondFactor({ inUse, locale }: { inUse: boolean; locale: Locale }) {
  const words = accountMessages[locale];
  const t = words.account;
  const router = useRouter();
  const [key, setKey] = useState<Key | null>(null);
  const done = () => {
    setKey(null);
    router.refresh();
  };
  if (key)
    return (
      <div className={styles.form}>
        <p>{t.scan}</p>
        {/* biome-ignore lint/performance/noImgElement: a picture that is made here and nowhere kept */}
        <img
          className={styles.picture}
          src={`data:image/svg+xml,${encodeURIComponent(key.picture)}`}
          alt={t.picture}
        />
        <p>
          {`${t.key}${colon[locale]}`}
          <code className={styles.key}>{key.typed}</code>
        </p>
        <SendForm
          path="/api/account/second-factor"
          extra={{ step: 'confirm' }}
          words={{ button: t.confirm, working: t.working, failed: words.failed }}
          onDone={done}
        >
          {(problemOf) => (
            <TextField
              name="code"
              label={t.code}
              problem={problemOf('code')}
              autoComplete="one-time-code"
              inputMode="numeric"
              ref={(field) => field?.focus()}
              required
            />
          )}
        </SendForm>
      </div>
    );
  return (
    <div className={styles.form}>
      <p>{inUse ? t.secondFactorOn : t.secondFactorOff}</p>
      <SendForm<Partial<Key>>
        key={String(inUse)}
        path="/api/account/second-factor"
        extra={{ step: inUse ? 'remove' : 'begin' }}
        words={{ button: inUse ? t.remove : t.begin, working: t.working, failed: words.failed }}
        onDone={({ typed, picture }) => (typed && picture ? setKey({ typed, picture }) : done())}
      >
        {(problemOf) => (
          <TextField
            name="password"
            type="password"
            label={t.askPassword}
            problem={problemOf('password')}
            autoComplete="current-password"
            required
          />
        )}
      </SendForm>
    </div>
  );
}

type SessionsProps = { sessions: OwnAccount['sessions']; here: string | null; locale: Locale };

/** Where one is signed in; each can be ended, or all. */
export function Sessions({ sessions, here, locale }: SessionsProps) {
  const words = accountMessages[locale];
  const t = words.account;
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const end = async (session: string | null) => {
    const sent = await send('/api/account/sessions', { session });
    if ('failed' in sent) return setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
    if (session === null || session === here) window.location.assign('/sign-in');
    else router.refresh();
  };
  return (
    <div className={styles.form}>
      {failure && <Notice kind="error">{failure}</Notice>}
      <DataTable label={t.sessions} stacked>
        <thead>
          <tr>
            <th scope="col">{t.device}</th>
            <th scope="col">{t.since}</th>
            <th scope="col">{t.used}</th>
            <th scope="col">{words.accounts.acts}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, createdAt, seenAt }) => (
            <tr key={id}>
              <td data-label={t.device}>
                <span>
                  {deviceIn(device, locale)}
                  {id === here && inBrackets(t.here, locale)}
                </span>
              </td>
              <td data-label={t.since}>{formatMoment(createdAt, locale)}</td>
              <td data-label={t.used}>{formatMoment(seenAt, locale)}</td>
              <td data-label={words.accounts.acts}>
                <Button
                  size="small"
                  onClick={() => end(id)}
                  aria-label={`${t.end}${colon[locale]}${deviceIn(device, locale)}`}
                >
                  {t.end}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p>
        <Button onClick={() => end(null)}>{t.endAll}</Button>
      </p>
    </div>
  );
}
