'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { WhyField } from '@/components/acts/why-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Passage } from '@/lib/history/redaction/passages';
import type { Locale } from '@/lib/i18n/locale';
import { redactionMessages } from '@/lib/i18n/messages/redaction';
import styles from './history.module.css';

type RedactFormProps = { entry: number; passages: Passage[]; locale: Locale };

/** Chooses what is taken out of an entry of the history: what was found, and other passages. */
export function RedactForm({ entry, passages, locale }: RedactFormProps) {
  const words = redactionMessages[locale];
  const router = useRouter();
  const id = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [others, setOthers] = useState('');
  const [reason, setReason] = useState('');
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const redact = async (event: FormEvent) => {
    event.preventDefault();
    if (working) return;
    setWorking(true);
    setFailure(null);
    const chosen = passages.map(({ text }) => text).filter((text) => !left.has(text));
    const typed = others.split('\n').filter((line) => line.trim() !== '');
    const sent = await send('/api/history/redact', { entry, passages: [...chosen, ...typed], reason });
    setWorking(false);
    if ('answer' in sent) {
      setLeft(new Set());
      setOthers('');
      setReason('');
      router.refresh();
    } else setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
  };
  const toggle = (text: string) => {
    const next = new Set(left);
    if (!next.delete(text)) next.add(text);
    setLeft(next);
  };
  return (
    <form className="stack" onSubmit={redact}>
      <p>{words.help}</p>
      {failure && <Notice kind="error">{failure}</Notice>}
      {passages.length === 0 ? (
        <p className="muted">{words.noneFound}</p>
      ) : (
        <fieldset className={styles.passages}>
          <legend>{words.found}</legend>
          {passages.map(({ text }) => (
            <label key={text}>
              <input type="checkbox" checked={!left.has(text)} onChange={() => toggle(text)} />
              <bdi>{text}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.others}>
        <label htmlFor={id}>{words.others}</label>
        <textarea id={id} rows={2} value={others} onChange={(event) => setOthers(event.target.value)} />
      </div>
      <WhyField label={words.reason} hint={words.reasonHint} text={reason} onChange={setReason} />
      <div>
        <Button type="submit" variant="primary" aria-disabled={working}>
          {working ? words.working : words.submit}
        </Button>
      </div>
    </form>
  );
}
