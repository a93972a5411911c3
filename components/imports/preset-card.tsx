import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ProposedMapping } from '@/lib/imports/proposals';
import { Field, LineField } from './field';
import styles from './imports.module.css';
import type { ImportChoices } from './types';
import type { ImportDraft } from './use-import-draft';

type PresetCardProps = {
  batch: string;
  draft: ImportDraft;
  choices: ImportChoices;
  onTake: (proposed: ProposedMapping) => void;
  locale: Locale;
};

/** What kind of file it is, with what to know of that kind; and the way to keep a mapping for other files. */
export function PresetCard({ batch, draft, choices, onTake, locale }: PresetCardProps) {
  const words = importMessages[locale].preset;
  const [kept, setKept] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [working, setWorking] = useState(false);
  const { presets } = choices;
  const current = draft.plan.preset;
  const value = kept !== null ? `kept ${kept}` : current ? `preset ${current.id}` : '';
  const shown = kept === null ? presets.find(({ id }) => id === current?.id) : undefined;

  const choose = async (next: string) => {
    if (working || (draft.isDirty && !window.confirm(words.replace))) return;
    const [kind, name = ''] = splitOnce(next);
    const query = kind === '' ? '' : `?${kind}=${encodeURIComponent(name)}`;
    setWorking(true);
    setFailed(false);
    try {
      const response = await fetch(`/data/import/${batch}/proposal.json${query}`);
      if (!response.ok) throw new Error(String(response.status));
      onTake(await response.json());
      setKept(kind === 'kept' ? name : null);
    } catch {
      setFailed(true);
    }
    setWorking(false);
  };
  return (
    <Card
      title={words.title}
      actions={<KeepButton draft={draft} locale={locale} />}
      subtitle={presets.length === 0 && kept === null ? words.none : undefined}
    >
      <div className="stack">
        {failed && <Notice kind="error">{words.failed}</Notice>}
        <Field label={words.label}>
          {(control) => (
            <select {...control} value={value} onChange={(event) => choose(event.target.value)}>
              <option value="">{words.own}</option>
              {presets.length > 0 && (
                <optgroup label={words.known}>
                  {presets.map(({ id, title, fit }) => (
                    <option key={id} value={`preset ${id}`}>
                      {words.fits(title, Math.floor(fit * 100))}
                    </option>
                  ))}
                </optgroup>
              )}
              {choices.kept.length > 0 && (
                <optgroup label={words.kept}>
                  {choices.kept.map(({ id, name, version }) => (
                    <option key={id} value={`kept ${name}`}>
                      {words.keptName(name, version)}
                    </option>
                  ))}
                </optgroup>
              )}
            </select>
          )}
        </Field>
        {shown && (
          <>
            {shown.leads && <Notice kind="warning">{words.leads}</Notice>}
            <p className={`${styles.note} prose`}>{shown.note}</p>
          </>
        )}
      </div>
    </Card>
  );
}

const splitOnce = (text: string): [string, string?] => {
  const at = text.indexOf(' ');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

/** Keeps the mapping under a name. */
function KeepButton({ draft, locale }: { draft: ImportDraft; locale: Locale }) {
  const all = importMessages[locale];
  const words = all.preset;
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const keep = async () => {
    if (working || name.trim() === '') return;
    setWorking(true);
    setFailure(null);
    const sent = await send<{ version: number }>('/api/imports/mappings', {
      name: name.trim(),
      mapping: draft.plan.mapping,
    });
    setWorking(false);
    if ('answer' in sent) setDone(words.keptDone(name.trim(), sent.answer.version));
    else setFailure(sent.failed === 'offline' ? all.failed : sent.failed.message);
  };
  const close = () => {
    setOpen(false);
    setDone(null);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.keep}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={words.keepTitle}
        closeLabel={done ? all.close : all.cancel}
        footer={
          done === null && (
            <Button variant="primary" aria-disabled={working || name.trim() === ''} onClick={keep}>
              {working ? words.keeping : words.keepButton}
            </Button>
          )
        }
      >
        <div className="stack">
          {failure && <Notice kind="error">{failure}</Notice>}
          {done ? (
            <Notice>{done}</Notice>
          ) : (
            <LineField
              label={words.keepName}
              hint={words.keepHelp}
              value={name}
              most={80}
              onChange={setName}
            />
          )}
        </div>
      </Dialog>
    </>
  );
}
