'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { selectionQuery } from '@/lib/explore/view';
import { keepActs } from '@/lib/i18n/messages/keep-acts';
import { savedMessages } from '@/lib/i18n/messages/saved';
import { keptInWords } from '@/lib/saved-views/kept';
import { longestDescription, longestName, type SavedViewLink } from '@/lib/saved-views/types';
import type { SaveViewProps } from './save-view-button';
import { SavedResult } from './saved-result';
import styles from './saved-views.module.css';
import { type Sent, sendView } from './send-view';
import { ViewField } from './view-field';

type Failure = Extract<Sent, { failed: unknown }>['failed'];
const blank = { name: '', description: '' };

/** Asks for name and description, says what will be saved, saves it, and shows the link. What is typed stays until it is saved. */
export function SaveViewDialog(props: SaveViewProps & { open: boolean; onClose: () => void }) {
  const { selection, base, sentence, locale, open, onClose } = props;
  const words = savedMessages[locale];
  const more = keptInWords(selection.view, locale);
  const [draft, setDraft] = useState(blank);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<SavedViewLink | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();

  const fail = (failed: Failure) => {
    setFailure(failed);
    const [first] = typeof failed === 'string' ? [] : failed.fields;
    const field = first && form.current?.elements.namedItem(first.field);
    if (field instanceof HTMLElement) field.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    if (draft.name.trim() === '') {
      const message = words.problems.nameMissing('');
      fail({ message, fields: [{ field: 'name', value: '', message }] });
      return;
    }
    setSaving(true);
    const sent = await sendView({ ...draft, page: base, query: selectionQuery(selection) });
    setSaving(false);
    if ('failed' in sent) {
      fail(sent.failed);
      return;
    }
    setFailure(null);
    setDraft(blank);
    setSaved(sent.view);
  };
  const close = () => {
    setSaved(null);
    onClose();
  };
  const problems = failure === null || typeof failure === 'string' ? [] : failure.fields;
  const problemOf = (field: 'name' | 'description') => problems.find((one) => one.field === field)?.message;
  const atField = problems.length > 0 && problems.every(({ field }) => field in blank);

  return (
    <Dialog
      open={open}
      onClose={close}
      title={saved ? words.doneTitle : words.dialogTitle}
      closeLabel={words.close}
      footer={
        saved ? undefined : (
          <>
            <Button onClick={close}>{words.cancel}</Button>
            <Button variant="primary" type="submit" form={formId} aria-disabled={saving}>
              {saving ? words.saving : keepActs[locale].save}
            </Button>
          </>
        )
      }
    >
      {saved ? (
        <SavedResult view={saved} locale={locale} onAnother={() => setSaved(null)} />
      ) : (
        <form id={formId} ref={form} className={styles.form} noValidate onSubmit={submit}>
          {failure !== null && !atField && (
            <Notice kind="error" title={words.failed}>
              {typeof failure === 'string' ? words[failure] : failure.message}
            </Notice>
          )}
          <ViewField
            name="name"
            label={words.name}
            hint={words.nameHint}
            most={longestName}
            value={draft.name}
            problem={problemOf('name')}
            onChange={(name) => setDraft({ ...draft, name })}
            locale={locale}
          />
          <ViewField
            name="description"
            label={words.description}
            hint={words.descriptionHint}
            most={longestDescription}
            value={draft.description}
            problem={problemOf('description')}
            onChange={(description) => setDraft({ ...draft, description })}
            locale={locale}
          />
          <section className={styles.stored} aria-label={words.stored}>
            <p>
              <b>{words.stored}</b>
            </p>
            <p>
              {words.storedPages[base]} · {sentence}
            </p>
            {more !== '' && <p>{words.storedMore(more)}</p>}
            <p className="muted">{words.storedView}</p>
          </section>
          <p className="muted">{words.public}</p>
        </form>
      )}
    </Dialog>
  );
}
