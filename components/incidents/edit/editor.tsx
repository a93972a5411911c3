'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Card } from '@/components/ui/card';
import type { FieldProblem } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import { toForm } from '@/lib/incidents/edit/form';
import { evidenceGaps } from '@/lib/incidents/edit/gaps';
import { sections } from '@/lib/incidents/edit/sections';
import { type Choices, EditorContext } from './context';
import styles from './editor.module.css';
import { FieldControl } from './field-control';
import { Notices } from './notices';
import { SaveBox } from './save-box';
import { type Start, useEditor } from './use-editor';
import { useLeaving } from './use-leaving';
import { useUnsaved } from './use-unsaved';

type IncidentEditorProps = Start &
  Choices & {
    /** Data sets that a new record can be put into. */
    datasets: { slug: string; title: string }[];
    /** Id of the account that types. */
    account: string;
    /** Whether it was sent here to look after personal data. */
    checksCare: boolean;
    justSaved: boolean;
    locale: Locale;
  };

const noProblems: FieldProblem[] = [];

/** The form in which an incident is made and changed. */
export function IncidentEditor(props: IncidentEditorProps) {
  const { sources, directives, datasets, account, locale } = props;
  const words = editMessages[locale];
  const router = useRouter();
  const dropRef = useRef(() => {});
  const editor = useEditor(props, ({ ref }, isNew) => {
    dropRef.current();
    if (isNew) router.replace(`/incidents/${encodeURIComponent(ref)}/edit?saved=1`);
    // The heading names title and version.
    else router.refresh();
  });
  const { opened, values, incident, dataset, reason, places, namePlace, set, setText, endSpan } = editor;
  const { isDirty, failure, save } = editor;
  const typed = useCallback(
    () => ({ at: new Date().toISOString(), values, opened, dataset, reason, places }),
    [values, opened, dataset, reason, places],
  );
  const kept = useUnsaved(account, props.open?.ref ?? null, typed, isDirty);
  dropRef.current = kept.drop;
  useLeaving(isDirty, words.leave);
  const [checksCare, setChecksCare] = useState(props.checksCare);

  const saveRef = useRef(save);
  saveRef.current = save;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 's' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      saveRef.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const problems = useMemo(
    () =>
      failure === null || failure === 'offline'
        ? noProblems
        : failure.fields.map((problem) => ({ ...problem, field: problem.field.replace(/^incident\./, '') })),
    [failure],
  );
  const gaps = useMemo(() => evidenceGaps(incident), [incident]);
  const shared = useMemo(
    () => ({
      sources,
      directives,
      locale,
      words,
      values,
      set,
      setText,
      endSpan,
      problemOf: (path: string) => problems.find(({ field }) => field === path)?.message,
      gaps,
      places,
      namePlace,
      dataset,
    }),
    [
      sources,
      directives,
      locale,
      words,
      values,
      set,
      setText,
      endSpan,
      problems,
      gaps,
      places,
      namePlace,
      dataset,
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
        onMerged={(merged, current) => save({}, { opened: current, values: toForm(merged) })}
      />
      <form className={styles.editor} method="post" noValidate aria-label={words.form} onSubmit={submit}>
        <div className="stack">
          {sections.map(({ key, fields }) => (
            <Card
              key={key}
              id={`part-${key}`}
              title={<span id={`section-${key}`}>{words.sections[key]}</span>}
            >
              <div className={styles.grid}>
                {fields.map((field) => (
                  <FieldControl key={field} field={field} />
                ))}
              </div>
            </Card>
          ))}
        </div>
        <SaveBox editor={editor} gaps={gaps.missing.length} datasets={datasets} justSaved={props.justSaved} />
      </form>
    </EditorContext>
  );
}
