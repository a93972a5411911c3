import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { storedCodesOf, termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import { findField } from '@/lib/fields/types';
import type { Locale } from '@/lib/i18n/locale';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { type CodeField, codeFieldNames, codeFields } from '@/lib/incidents/acts/types';
import { incidentFields } from '@/lib/incidents/fields';
import { type ActDraft, type CodeEdit, newEdit } from './act-draft';
import styles from './acts.module.css';

type ActFormProps = { draft: ActDraft; onChange: (draft: ActDraft) => void; locale: Locale };

/** What is to be done with the records. */
export function ActForm({ draft, onChange, locale }: ActFormProps) {
  const words = actsMessages[locale];
  const id = useId();
  return (
    <>
      <fieldset className={styles.kinds}>
        <legend>{words.what}</legend>
        {(['retag', 'publish', 'withdraw'] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={`${id}-kind`}
              checked={draft.kind === kind}
              onChange={() => onChange({ ...draft, kind })}
            />{' '}
            {words.kinds[kind]}
          </label>
        ))}
      </fieldset>
      {draft.kind === 'retag' && (
        <>
          <div className={styles.field}>
            <label htmlFor={`${id}-type`}>{words.type}</label>
            <select
              id={`${id}-type`}
              value={draft.type}
              onChange={(event) => onChange({ ...draft, type: event.target.value })}
            >
              <option value="">{words.typeStays}</option>
              <Terms vocabulary="type" locale={locale} />
            </select>
          </div>
          <fieldset className={styles.edits}>
            <legend>{words.edits}</legend>
            {draft.edits.map((edit, index) => (
              <EditRow
                key={edit.id}
                edit={edit}
                place={index + 1}
                locale={locale}
                onChange={(next) =>
                  onChange({ ...draft, edits: draft.edits.map((one) => (one.id === edit.id ? next : one)) })
                }
                onRemove={
                  draft.edits.length < 2
                    ? null
                    : () =>
                        onChange({ ...draft, edits: draft.edits.filter(({ id: one }) => one !== edit.id) })
                }
              />
            ))}
            <div>
              <Button
                size="small"
                onClick={() => onChange({ ...draft, edits: [...draft.edits, newEdit(draft.edits.at(-1))] })}
              >
                {words.addEdit}
              </Button>
            </div>
          </fieldset>
        </>
      )}
    </>
  );
}

type EditRowProps = {
  edit: CodeEdit;
  place: number;
  locale: Locale;
  onChange: (edit: CodeEdit) => void;
  onRemove: (() => void) | null;
};

function EditRow({ edit, place, locale, onChange, onRemove }: EditRowProps) {
  const words = actsMessages[locale];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a second frame
    <div role="group" aria-label={words.edit(place)} className={styles.edit}>
      <select
        aria-label={words.op}
        value={edit.op}
        onChange={(event) => onChange({ ...edit, op: event.target.value as CodeEdit['op'] })}
      >
        <option value="add">{words.ops.add}</option>
        <option value="remove">{words.ops.remove}</option>
      </select>
      <select
        aria-label={words.field}
        value={edit.field}
        onChange={(event) => onChange({ ...edit, field: event.target.value as CodeField, code: '' })}
      >
        {codeFieldNames.map((field) => (
          <option key={field} value={field}>
            {findField(incidentFields, field)?.label[locale] ?? field}
          </option>
        ))}
      </select>
      <select
        aria-label={words.code}
        value={edit.code}
        onChange={(event) => onChange({ ...edit, code: event.target.value })}
      >
        <option value="">{words.choose}</option>
        <Terms vocabulary={codeFields[edit.field]} locale={locale} />
      </select>
      {onRemove && (
        <Button size="small" variant="quiet" aria-label={words.removeEdit(place)} onClick={onRemove}>
          {words.removeShort}
        </Button>
      )}
    </div>
  );
}

function Terms({ vocabulary, locale }: { vocabulary: VocabularyName; locale: Locale }) {
  return storedCodesOf(vocabulary).map((code) => (
    <option key={code} value={code}>
      {termLabel(vocabulary, code, locale)}
    </option>
  ));
}
