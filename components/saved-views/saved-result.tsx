'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import type { Locale } from '@/lib/i18n/locale';
import { keepActs } from '@/lib/i18n/messages/keep-acts';
import { savedMessages } from '@/lib/i18n/messages/saved';
import type { SavedViewLink } from '@/lib/saved-views/types';
import styles from './saved-views.module.css';

type SavedResultProps = { view: SavedViewLink; locale: Locale; onAnother: () => void };

/** The short link of a view that was just saved, selected and ready to be copied. */
export function SavedResult({ view, locale, onAnother }: SavedResultProps) {
  const words = savedMessages[locale];
  const link = useRef<HTMLInputElement>(null);
  useEffect(() => link.current?.select(), []);
  return (
    <div className={styles.result}>
      <p role="status">
        <bdi>{words.done(view.name)}</bdi>
      </p>
      <div className={styles.row}>
        <input ref={link} type="text" readOnly value={view.url} aria-label={words.link} />
        <CopyButton
          text={view.url}
          label={keepActs[locale].copyLink}
          doneLabel={keepActs[locale].copied}
          failedLabel={keepActs[locale].copyFailed}
          size="normal"
        />
      </div>
      <p className={styles.actions}>
        <ButtonLink href={view.path}>{words.open}</ButtonLink>
        <Button onClick={onAnother}>{words.another}</Button>
      </p>
      <p>
        <Link href="/views" prefetch={false}>
          {words.all}
        </Link>
      </p>
    </div>
  );
}
