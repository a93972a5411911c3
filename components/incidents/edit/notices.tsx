import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatMoment } from '@/lib/dates/format';
import type { FieldProblem } from '@/lib/errors';
import { emptyForm, fromForm } from '@/lib/incidents/edit/form';
import type { EditedIncident, OpenIncident } from '@/lib/incidents/edit/types';
import { CarePanel } from './care-panel';
import { ConflictPanel } from './conflict-panel';
import { useShared } from './context';
import { DuplicatesPanel } from './duplicates-panel';
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
  onMerged: (merged: EditedIncident, current: OpenIncident) => void;
};

const nothing = fromForm(emptyForm());

/** All that has to be said above the form. */
export function Notices({ editor, kept, problems, checksCare, onCareDone, onMerged }: NoticesProps) {
  const { words, locale } = useShared();
  const { opened, incident, failure, doubt, setDoubt, save, takeUp } = editor;
  const { offer } = kept;
  return (
    <div className={panels.notices}>
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
      {doubt?.kind === 'duplicates' && (
        <DuplicatesPanel
          duplicates={doubt.duplicates}
          onSave={() => save({ notDuplicate: true })}
          onBack={() => {
            setDoubt(null);
            document.getElementById('field-title')?.focus();
          }}
        />
      )}
      {doubt?.kind === 'changed-meanwhile' && (
        <ConflictPanel
          key={doubt.current.version}
          opened={opened?.incident ?? nothing}
          mine={incident}
          current={doubt.current}
          onSave={(merged) => onMerged(merged, doubt.current)}
        />
      )}
      {(doubt?.kind === 'personal-data' || checksCare) && (
        <CarePanel
          incident={incident}
          asksReason={opened?.status === 'published'}
          onSave={(reason) => {
            onCareDone();
            save(reason.trim() === '' ? {} : { careReason: reason.trim() });
          }}
        />
      )}
    </div>
  );
}
