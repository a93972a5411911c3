'use client';

import { type FormEvent, type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from './button';
import styles from './form.module.css';
import { Notice } from './notice';
import { type Sent, send } from './send';

type Failure = Extract<Sent<object>, { failed: unknown }>['failed'];

type SendFormProps<Answer> = {
  /** Where it is sent. */
  path: string;
  /** Sent along with what is typed. */
  extra?: Record<string, unknown>;
  words: { button: string; working: string; failed: string };
  onDone: (answer: Answer) => void;
  /** The fields; `problemOf` says what the server found wrong with one. */
  children: (problemOf: (field: string) => string | undefined) => ReactNode;
};

const never = () => () => {};

/** Whether the page is in the hands of its scripts. */
const useScripts = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** A form that is sent as JSON. What was typed stays until it is taken; the first field that is wrong gets the focus. */
export function SendForm<Answer = object>({ path, extra, words, onDone, children }: SendFormProps<Answer>) {
  const form = useRef<HTMLFormElement>(null);
  const [working, setWorking] = useState(false);
  // Before that the browser would send it by itself, to a page that takes nothing.
  const ready = useScripts();
  const [failure, setFailure] = useState<Failure | null>(null);
  const problems = failure === null || failure === 'offline' ? [] : failure.fields;
  const fieldOf = (name: string) => {
    const found = form.current?.elements.namedItem(name);
    return found instanceof HTMLElement ? found : null;
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (working) return;
    const typed = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(([, value]) => typeof value === 'string'),
    );
    setWorking(true);
    const sent = await send<Answer>(path, { ...typed, ...extra });
    setWorking(false);
    if ('answer' in sent) {
      setFailure(null);
      onDone(sent.answer);
      return;
    }
    setFailure(sent.failed);
    if (sent.failed !== 'offline') fieldOf(sent.failed.fields[0]?.field ?? '')?.focus();
  };
  const atFields = problems.length > 0 && problems.every(({ field }) => fieldOf(field));
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={submit}>
      {failure !== null && !atFields && (
        <Notice kind="error">{failure === 'offline' ? words.failed : failure.message}</Notice>
      )}
      {children((name) => problems.find(({ field }) => field === name)?.message)}
      <Button type="submit" variant="primary" disabled={!ready} aria-disabled={working}>
        {working ? words.working : words.button}
      </Button>
    </form>
  );
}
