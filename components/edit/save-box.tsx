import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { fieldId, useShared } from './context';
import styles from './editor.module.css';
import { FieldFrame } from './field-frame';
import type { Editor } from './use-editor';

type SaveBoxProps = {
  editor: Editor;
  /** Coded values without evidence. */
  gaps: number;
  justSaved: boolean;
};

/** The way through the form, why it was changed, and the button that saves. */
export function SaveBox({ editor, gaps, justSaved }: SaveBoxProps) {
  const { parts, datasets, words, own } = useShared();
  const { form } = parts;
  const { opened, dataset, setDataset, reason, setReason, isDirty, working, isMaking, savedVersion } = editor;
  const version = savedVersion ?? (justSaved && !isDirty ? opened?.version : undefined);
  const state = version ? words.saved(version) : isDirty ? words.changed : words.unchanged;
  const doing = isMaking && savedVersion ? words.opening : words.saving;
  const isDraft = form.drafts && (opened === null || opened.status === 'draft');
  return (
    <Card className={styles.saveBox}>
      <nav aria-label={words.contents} className={styles.contents}>
        <ul>
          {form.sections.map(({ key }) => (
            <li key={key}>
              <a href={`#part-${key}`}>{own.sections[key]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.save}>
        {opened === null && form.inDataset && (
          <FieldFrame path="dataset" label={words.dataset}>
            {(control) => (
              <select
                {...control}
                className={styles.select}
                value={dataset}
                disabled={isMaking}
                onChange={(event) => setDataset(event.target.value)}
              >
                {datasets.map(({ slug, title }) => (
                  <option key={slug} value={slug}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
        )}
        {opened !== null && !isMaking && (
          <FieldFrame path="reason" label={words.why} hint={words.whyHint}>
            {(control) => (
              <input
                {...control}
                type="text"
                autoComplete="off"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </FieldFrame>
        )}
        {gaps > 0 && (
          <p className={styles.hint}>
            <a href={`#${fieldId('claims')}`}>{words.gaps(gaps)}</a>
          </p>
        )}
        <p role="status" className={styles.state}>
          {state}
        </p>
        <div className={styles.acts}>
          <Button
            type="submit"
            variant="primary"
            aria-disabled={working}
            aria-keyshortcuts="Control+S Meta+S"
          >
            {working ? doing : isDraft ? words.saveDraft : opened ? words.save : words.create}
          </Button>
          {opened && <ButtonLink href={form.page(opened.ref)}>{words.toRecord}</ButtonLink>}
        </div>
      </div>
    </Card>
  );
}
