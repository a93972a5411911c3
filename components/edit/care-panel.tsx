import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { textAt } from '@/lib/edit/form';
import type { EditedRecord } from '@/lib/edit/types';
import { redacted } from '@/lib/privacy/redacted';
import { fieldId, useShared } from './context';
import styles from './editor.module.css';
import { pathInWords } from './names';
import { Panel } from './panel';
import panels from './panels.module.css';

type CarePanelProps = {
  record: EditedRecord;
  /** Whether a reason is taken now: with a draft it is given when it is published. */
  asksReason: boolean;
  /** Why it may stay, as it is typed. */
  reason: string;
  onReason: (reason: string) => void;
  onSave: () => void;
};

/** What looks like personal data, field by field as the form has it now; each can be redacted, or the whole explained. */
export function CarePanel({ record, asksReason, reason, onReason, onSave }: CarePanelProps) {
  const { parts, values, setText, problemOf, words, locale } = useShared();
  const t = words.care;
  const id = fieldId('careReason');
  const problem = problemOf('careReason');
  const found = useMemo(() => parts.form.care(record), [parts, record]);
  const nameOf = (path: string) => pathInWords(path, parts.form.kind, locale);
  return (
    <Panel
      title={t.title}
      help={t.help}
      acts={
        <Button variant="primary" onClick={onSave}>
          {t.save}
        </Button>
      }
    >
      {found.length === 0 && <p role="status">{t.none}</p>}
      <ul className={styles.list}>
        {found.map(({ field, findings }) => (
          <li key={field}>
            <span>
              <b>{nameOf(field)}</b>{' '}
              {findings.map(({ kind, text, start, certainty }) => (
                <span key={start} className={panels.finding}>
                  {certainty === 'maybe' && `${t.maybe} `}
                  {words.kinds[kind]} <q>{text}</q>
                </span>
              ))}
            </span>
            <Button
              size="small"
              aria-label={t.redactField(nameOf(field))}
              onClick={() => setText(field, redacted(textAt(values, field) ?? ''))}
            >
              {t.redact}
            </Button>
          </li>
        ))}
      </ul>
      {asksReason && found.length > 0 && (
        <div className={styles.field}>
          <label htmlFor={id}>{t.reason}</label>
          <textarea
            id={id}
            rows={2}
            value={reason}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-hint ${id}-problem`}
            onChange={(event) => onReason(event.target.value)}
          />
          <p id={`${id}-hint`} className={styles.hint}>
            {t.reasonHint}
          </p>
          {problem !== undefined && (
            <p id={`${id}-problem`} className={styles.problem}>
              {problem}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}
