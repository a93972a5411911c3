'use client';

import { useEffect, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import styles from './error-view.module.css';
import { useBrowserLocale } from './use-browser-locale';

type ErrorViewProps = {
  /** Shows the page again. */
  retry: () => void;
  /** Name of the fault in the log of the server. */
  digest?: string;
};

type Database = 'unknown' | 'down' | 'back';

const pollEvery = 2_000;

/** What is shown in place of a page that failed. Asks whether the database answers, and retries once it does again. */
export function ErrorView({ retry, digest }: ErrorViewProps) {
  const words = layoutMessages[useBrowserLocale()].error;
  const database = useDatabase(retry);
  return (
    <div className="wrap">
      <div className={styles.page} role="alert">
        <h1>{database === 'unknown' ? words.title : words.downTitle}</h1>
        <p className="prose">{database === 'unknown' ? words.text : words.downText}</p>
        {database !== 'unknown' && (
          <p className="prose">{database === 'back' ? words.back : words.waiting}</p>
        )}
        <p className={styles.actions}>
          <Button variant="primary" onClick={retry}>
            {words.retry}
          </Button>
          {/* A plain link: the page is loaded anew, whatever state the app is in. */}
          <a href="/" className={buttonClass({})}>
            {words.start}
          </a>
        </p>
        {digest !== undefined && <p className={styles.digest}>{words.reference(digest)}</p>}
      </div>
    </div>
  );
}

/** Polls `/readyz`; calls `retry` when the database answers again after it did not. */
function useDatabase(retry: () => void): Database {
  const [database, setDatabase] = useState<Database>('unknown');
  useEffect(() => {
    let wasDown = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const ready = await isReady();
      if (ready && wasDown) {
        setDatabase('back');
        retry();
        return;
      }
      if (!ready) {
        wasDown = true;
        setDatabase('down');
      }
      if (wasDown) timer = setTimeout(ask, pollEvery);
    };
    void ask();
    return () => clearTimeout(timer);
  }, [retry]);
  return database;
}

async function isReady(): Promise<boolean> {
  try {
    const response = await fetch('/readyz', { cache: 'no-store' });
    return response.ok;
  } catch {
    return false;
  }
}
