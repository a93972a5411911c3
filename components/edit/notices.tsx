import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatMoment } from '@/lib/dates/format';
import { fromForm } from '@/lib/edit/form';
import { type EditedRecord, type Opened, openedAs } from '@/lib/edit/types';
import type { FieldProblem } from '@/lib/errors';
import { CarePanel } from './care-panel';
import { ConflictPanel } from './conflict-panel';
import { useShared } from './context';
import styles from './editor.module.css';
import panels from './panels.module.css';
import { Problems } from './problems';
import type { Editor } from './use-editor';
import type { useUnsaved } from './use-unsaved';

type NoticesProps = {
  editor: Editor;
  kept: ReturnType<typeof useUnsaved>;
  problems: FieldProblem[];
  checksCare: boolean;
  onCareDone: () => void;
  onMerged: (merged: EditedRecord, current: Opened) => void;
};

/** All that has to be said above the form. */
export function Notices({ editor, kept, problems, checksCare, onCareDone, onMerged }: NoticesProps) {
  const { parts, words, locale } = useShared();
  const { form, Doubt } = parts;
  const { opened, record, failure, doubt, setDoubt, save, takeUp } = editor;
  const { offer } = kept;
  const isCareRefused = problems.some(({ field }) => field === 'careReason');
  return (
    <div className={panels.notices} inert={editor.isMaking}>
      {offer && (
        <Notice kind="warning" title={words.unsaved(formatMoment(offer.at, locale))}>
          <p>{words.unsavedHelp}</p>
          <div className={styles.acts}>
            <Button
              onClick={() => {
                takeUp(offer);
                kept.hide();
              }}
            >
              {words.takeUp}
            </Button>
            <Button onClick={kept.drop}>{words.throwAway}</Button>
          </div>
        </Notice>
      )}
      {failure !== null && problems.length === 0 && (
        <Notice kind="error">{failure === 'offline' ? words.failed : failure.message}</Notice>
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      {doubt && Doubt && (
        <Doubt
          doubt={doubt}
          onSave={(passes) => save(passes)}
          onBack={() => {
            setDoubt(null);
            document.getElementById('field-title')?.focus();
          }}
        />
      )}
      {doubt?.kind === 'changed-meanwhile' && (
        <ConflictPanel
          key={doubt.current.version}
          opened={opened?.record ?? fromForm(form.empty(), form)}
          mine={record}
          current={openedAs(form.kind, doubt.current)}
          onSave={(merged) => onMerged(merged, openedAs(form.kind, doubt.current))}
        />
      )}
      {(doubt?.kind === 'personal-data' || checksCare || isCareRefused) && (
        <CarePanel
          record={record}
          asksReason={opened ? opened.status === 'published' : !form.drafts}
          reason={editor.careReason}
          onReason={editor.setCareReason}
          onSave={() => {
            onCareDone();
            save();
          }}
        />
      )}
    </div>
  );
}
