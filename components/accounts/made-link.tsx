'use client';

import { useEffect, useRef } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { type MadeAnswer, type Mailed, mailsAnHour } from '@/lib/accounts/types';
import type { Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { accountMailMessages } from '@/lib/i18n/messages/accounts-mail';
import { keepActs } from '@/lib/i18n/messages/keep-acts';
import styles from './accounts.module.css';

/** A link that is shown once, selected and ready to be copied, with what became of its mail. */
export function MadeLink({ made: { link, mail }, locale }: { made: MadeAnswer; locale: Locale }) {
  const words = keepActs[locale];
  const t = accountMessages[locale].accounts;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div role="status" className={styles.made}>
      {mail && <MailSaid mail={mail} locale={locale} />}
      <p>{t.linkMade}</p>
      <div className={styles.row}>
        <input ref={field} type="text" readOnly value={link} aria-label={t.linkMade} />
        <CopyButton
          text={link}
          label={words.copyLink}
          doneLabel={words.copied}
          failedLabel={words.copyFailed}
          size="normal"
        />
      </div>
    </div>
  );
}

function MailSaid({ mail, locale }: { mail: Mailed; locale: Locale }) {
  const { said } = accountMailMessages[locale];
  return (
    <Notice kind={mail === 'sent' ? 'info' : 'warning'}>
      {mail === 'limit' ? said.limit(mailsAnHour) : said[mail]}
    </Notice>
  );
}
