'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { placeMessages } from '@/lib/i18n/messages/places';
import styles from './places.module.css';

type AliasEditorProps = {
  /** Id of the place, and its name for those who can't see beside what a control stands. */
  place: string;
  name: string;
  aliases: string[];
  locale: Locale;
};

/** The other names of a place, each of which can be taken away, and a field for one more. */
export function AliasEditor({ place, name, aliases, locale }: AliasEditorProps) {
  const t = placeMessages[locale];
  const router = useRouter();
  const id = useId();
  const [known, setKnown] = useState(aliases);
  const [typed, setTyped] = useState('');
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const change = async (act: 'add' | 'remove', alias: string) => {
    if (working) return;
    setWorking(true);
    setDone('');
    const sent = await send<{ aliases: string[] }>('/api/places/aliases', { place, act, alias });
    setWorking(false);
    if ('failed' in sent) return setProblem(sent.failed === 'offline' ? t.failed : sent.failed.message);
    setProblem(null);
    setKnown(sent.answer.aliases);
    setDone(act === 'add' ? t.added(alias) : t.removed(alias));
    if (act === 'add') setTyped('');
    // The field stays; the button that had the focus may be gone.
    document.getElementById(id)?.focus();
    // A place that was found by the name it has lost would be gone, and with it what is said here.
    if (act === 'add') router.refresh();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') change('add', typed.trim());
  };
  return (
    <div className={styles.editor}>
      {known.length === 0 ? (
        <p className="muted">{t.noAliases}</p>
      ) : (
        <ul className={styles.names}>
          {known.map((alias) => (
            <li key={alias} className={styles.name}>
              <bdi>{alias}</bdi>
              <button
                type="button"
                aria-disabled={working}
                aria-label={t.remove(alias, name)}
                title={t.remove(alias, name)}
                onClick={() => change('remove', alias)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.add} method="post" onSubmit={submit}>
        <input
          id={id}
          type="text"
          aria-label={t.newName(name)}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={`${id}-problem`}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          type="submit"
          size="small"
          aria-disabled={working}
          aria-label={`${t.add}: ${t.newName(name)}`}
        >
          {t.add}
        </Button>
      </form>
      <p id={`${id}-problem`} role="status" className={problem === null ? 'muted' : styles.problem}>
        {problem ?? done}
      </p>
    </div>
  );
}
