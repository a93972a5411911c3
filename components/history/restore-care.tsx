import { useState } from 'react';
import { Findings } from '@/components/edit/findings';
import { Reason } from '@/components/edit/step-reason';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import type { EditKind } from '@/lib/i18n/messages/edit-records';
import { historyMessages } from '@/lib/i18n/messages/history';
import type { FieldFindings } from '@/lib/privacy/records';

type RestoreCareProps = {
  kind: EditKind;
  found: FieldFindings[];
  /** Why the last try failed. */
  failure: string | null;
  working: boolean;
  onClose: () => void;
  onRestore: (careReason: string) => void;
  locale: Locale;
};

/** Asks why what looks like personal data may come back with a version. */
export function RestoreCare(props: RestoreCareProps) {
  const { kind, found, failure, working, onClose, onRestore, locale } = props;
  const [words, own] = [editMessages[locale], historyMessages[locale]];
  const [text, setText] = useState('');
  const lacks = text.trim() === '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={own.restoreCare.title}
      closeLabel={words.cancel}
      footer={
        <Button
          variant="primary"
          aria-disabled={working || lacks}
          onClick={working || lacks ? undefined : () => onRestore(text.trim())}
        >
          {working ? own.restoring : own.restoreCare.confirm}
        </Button>
      }
    >
      <div className="stack">
        {failure && <Notice kind="error">{failure}</Notice>}
        <p>{own.restoreCare.help}</p>
        <Findings kind={kind} found={found} locale={locale} />
        <Reason label={words.care.reason} hint={words.stepReasonHint} text={text} onChange={setText} />
      </div>
    </Dialog>
  );
}
