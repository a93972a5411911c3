'use client';

import { useEffect, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { errorMessages } from '@/lib/i18n/messages/errors';
import styles from './error-view.module.css';
import { useBrowserLocale } from './use-browser-locale';

type ErrorViewProps = {
  /** Shows the page again. */
  retry: () => void;
  /** Name of the fault in the log of the server. */
  digest?: string;
};

/** What is known of the server: `away` = it can't be reached at all, from here at least. */
type Server = 'unknown' | 'down' | 'away' | 'back';

const pollEvery = 2_000;

/** What is shown in place of a page that failed. Asks whether the database answers, and retries once it does again. */
export function ErrorView({ retry, digest }: ErrorViewProps) {
  const words = errorMessages[useBrowserLocale()];
  const server = useServer(retry);
  const [title, text] =
    server === 'unknown'
      ? [words.title, words.text]
      : server === 'away'
        ? [words.awayTitle, words.awayText]
        : [words.downTitle, words.downText];
  return (
    <div className="wrap">
      <div className={styles.page} role="alert">
        <h1>{title}</h1>
        <p className="prose">{text}</p>
        {server !== 'unknown' && <p className="prose">{server === 'back' ? words.back : words.waiting}</p>}
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

/** Polls `/readyz`; calls `retry` when there is an answer again after there was none. */
function useServer(retry: () => void): Server {
  const [server, setServer] = useState<Server>('unknown');
  useEffect(() => {
    let wasDown = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const state = await stateOfServer();
      if (state === 'ready' && wasDown) {
        setServer('back');
        retry();
        return;
      }
      if (state !== 'ready') {
        wasDown = true;
        setServer(state);
      }
      if (wasDown) timer = setTimeout(ask, pollEvery);
    };
    void ask();
    return () => clearTimeout(timer);
  }, [retry]);
  return server;
}

async function stateOfServer(): Promise<'ready' | 'down' | 'away'> {
  try {
    const response = await fetch('/readyz', { cache: 'no-store' });
    return response.ok ? 'ready' : 'down';
  } catch {
    return 'away';
  }
}
