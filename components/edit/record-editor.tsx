'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useCallback, useMemo, useRef, useState } from 'react';
import { Card } from '@/components/ui/card';
import { toForm } from '@/lib/edit/form';
import type { FieldProblem } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { type Choices, EditorContext, type RecordParts } from './context';
import styles from './editor.module.css';
import { FieldControl } from './field-control';
import { Notices } from './notices';
import { SaveBox } from './save-box';
import { type Start, useEditor } from './use-editor';
import { useLeaving } from './use-leaving';
import { useSaveKey } from './use-save-key';
import { useUnsaved } from './use-unsaved';

/** What the form of any kind of record is given by its page. */
export type EditorProps = Start &
  Choices & {
    /** Id of the account that types. */
    account: string;
    /** Whether that account may change what only editors change. */
    edits?: boolean;
    /** Whether it was sent here to look after personal data. */
    checksCare?: boolean;
    justSaved?: boolean;
    /** Where a new record leads: to its form, or to its page where it may not be changed any more. */
    madeAt?: 'form' | 'page';
    locale: Locale;
  };

const noProblems: FieldProblem[] = [];

/** The form in which a record is made and changed. */
export function RecordEditor({ parts, ...props }: EditorProps & { parts: RecordParts }) {
  const { sources, directives, datasets, account, edits = false, locale } = props;
  const { form } = parts;
  const words = editMessages[locale];
  const own = editRecordMessages[locale][form.kind];
  const router = useRouter();
  const dropRef = useRef(() => {});
  const editor = useEditor(form, props, ({ ref }, isNew) => {
    dropRef.current();
    if (isNew && props.madeAt === 'page') router.replace(form.page(ref));
    else if (isNew) router.replace(`${form.base}/${encodeURIComponent(ref)}/edit?saved=1`);
    // The heading names title and version.
    else router.refresh();
  });
  const { opened, values, record, dataset, reason, places, namePlace, set, setText, endSpan } = editor;
  const { isDirty, failure, save } = editor;
  const typed = useCallback(
    () => ({ at: new Date().toISOString(), values, opened, dataset, reason, places }),
    [values, opened, dataset, reason, places],
  );
  const ref = props.open?.ref ?? null;
  const key = useMemo(
    () => ({ account, kind: form.kind, ref, fields: Object.keys(form.empty()) }),
    [account, form, ref],
  );
  const kept = useUnsaved(key, typed, isDirty);
  dropRef.current = kept.drop;
  useLeaving(isDirty, words.leave);
  useSaveKey(save);
  const [checksCare, setChecksCare] = useState(props.checksCare === true);

  const problems = useMemo(() => {
    if (failure === null || failure === 'offline') return noProblems;
    const start = `${form.kind}.`;
    return failure.fields.map((problem) => ({
      ...problem,
      field: problem.field.startsWith(start) ? problem.field.slice(start.length) : problem.field,
    }));
  }, [failure, form]);
  const gaps = useMemo(() => form.gaps(record), [form, record]);
  const choices = useMemo(() => ({ sources, directives, datasets }), [sources, directives, datasets]);
  const shared = useMemo(
    () => ({
      ...choices,
      parts,
      locale,
      words,
      own,
      values,
      set,
      setText,
      endSpan,
      problemOf: (path: string) => problems.find(({ field }) => field === path)?.message,
      gaps,
      places,
      namePlace,
      dataset,
      edits,
    }),
    [
      choices,
      parts,
      locale,
      words,
      own,
      values,
      set,
      setText,
      endSpan,
      problems,
      gaps,
      places,
      namePlace,
      dataset,
      edits,
    ],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <EditorContext value={shared}>
      <Notices
        editor={editor}
        kept={kept}
        problems={problems}
        checksCare={checksCare && editor.doubt === null}
        onCareDone={() => setChecksCare(false)}
        onMerged={(merged, current) => save({}, { opened: current, values: toForm(merged, form) })}
      />
      <form className={styles.editor} method="post" noValidate aria-label={own.form} onSubmit={submit}>
        <div className="stack" inert={editor.isMaking}>
          {form.sections.map(({ key: part, fields }) => (
            <Card
              key={part}
              id={`part-${part}`}
              title={<span id={`section-${part}`}>{own.sections[part]}</span>}
            >
              <div className={styles.grid}>
                {fields.map((field) => (
                  <FieldControl key={field} field={field} />
                ))}
              </div>
            </Card>
          ))}
        </div>
        <SaveBox editor={editor} gaps={gaps.missing.length} justSaved={props.justSaved === true} />
      </form>
    </EditorContext>
  );
}
