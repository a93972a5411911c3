import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import { importMessages } from '@/lib/i18n/messages/imports';
import { faultName } from './fault-name';
import styles from './imports.module.css';
import uploadStyles from './upload.module.css';
import type { ImportDraft } from './use-import-draft';

type CheckBarProps = {
  draft: ImportDraft;
  /** Values that are not decided, and would have their rows refused. */
  undecided: number;
  after?: ReactNode;
  locale: Locale;
};

/** The way on from the mapping, which stays at the foot of the window. */
export function CheckBar({ draft, undecided, after, locale }: CheckBarProps) {
  const words = importMessages[locale].save;
  const { work, isDirty, saved } = draft;
  return (
    <section className={styles.bar} aria-label={words.label}>
      <Button variant="primary" aria-disabled={work !== null} onClick={draft.check}>
        {work === 'checking' ? words.checking : words.check}
      </Button>
      <Button aria-disabled={work !== null || !isDirty} onClick={() => isDirty && draft.save()}>
        {work === 'saving' ? words.saving : words.save}
      </Button>
      <p className={styles.hint} role="status">
        {isDirty ? words.unsaved : saved ? words.saved : words.checkHelp}
        {undecided > 0 && ` ${words.undecided(undecided)}`}
      </p>
      {after}
    </section>
  );
}

/** What keeps a plan from being saved or checked; it takes the focus when it comes. */
export function DraftFaults({ draft, locale }: { draft: ImportDraft; locale: Locale }) {
  const words = importMessages[locale].problems;
  const here = useRef<HTMLDivElement>(null);
  const { failure, faults, problems, work } = draft;
  const any = failure !== null || problems.length > 0;
  useEffect(() => {
    if (any && work === null) here.current?.focus();
  }, [any, work]);
  if (!any) return null;
  return (
    <div ref={here} tabIndex={-1} className={uploadStyles.faults}>
      {failure && faults.length === 0 && <Notice kind="error">{failure}</Notice>}
      {faults.length > 0 && (
        <Notice kind="error" title={importMappingMessages[locale].fieldsWrong(faults.length)}>
          <ul className={styles.plain}>
            {faults.map(({ field, message }) => {
              const name = faultName(field, draft.plan.mapping, locale);
              return (
                <li key={field}>
                  {name !== null && <b>{name} </b>}
                  {message}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice kind="error" title={words.title(problems.length)}>
          <ul className={styles.plain}>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
