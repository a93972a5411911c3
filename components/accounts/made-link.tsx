'use client';

import { useEffect, useRef } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { keepActs } from '@/lib/i18n/messages/keep-acts';
import styles from './accounts.module.css';

/** A link that is shown once, selected and ready to be copied. */
export function MadeLink({ link, locale }: { link: string; locale: Locale }) {
  const words = keepActs[locale];
  const t = accountMessages[locale].accounts;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div role="status">
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
