'use client';

import { useId, useState, useSyncExternalStore } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { classes } from '@/components/ui/tone';
import type { Locale } from '@/lib/i18n/locale';
import { commandMessages } from '@/lib/i18n/messages/commands';
import styles from './commands.module.css';
import { type CommandId, singleKeys } from './shortcuts';
import { closePanel, setSingleKeys, singleKeysOn, subscribe } from './store';
import { isAvailable } from './targets';

type HelpDialogProps = { locale: Locale; open: boolean };

/** All shortcuts, those that this page lacks in grey; and the switch that turns single keys off. */
export function HelpDialog({ locale, open }: HelpDialogProps) {
  const words = commandMessages[locale];
  return (
    <Dialog open={open} onClose={() => closePanel()} title={words.help.title} closeLabel={words.close}>
      <Help locale={locale} />
    </Dialog>
  );
}

function Help({ locale }: { locale: Locale }) {
  const { help, names } = commandMessages[locale];
  const on = useSyncExternalStore(subscribe, singleKeysOn, () => true);
  const [available] = useState(() => new Set(singleKeys.map(({ id }) => id).filter(isAvailable)));
  const hintId = useId();
  const control = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  const row = (id: CommandId, keys: string[], missing: string | null) => (
    <div key={id} className={classes(styles.row, missing !== null && styles.missing)}>
      <dt className={styles.keys}>
        {keys.map((key) => (
          <kbd key={key} className={styles.key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>
        {names[id]}
        {missing !== null && <span className={styles.why}> ({missing})</span>}
      </dd>
    </div>
  );
  return (
    <div className={styles.help}>
      <p className="muted">{help.intro}</p>
      <dl className={styles.shortcuts}>
        {singleKeys.map(({ id, key }) =>
          row(id, [key], on ? (available.has(id) ? null : help.missing) : help.off),
        )}
        {row('palette', [control, 'K'], null)}
        {row('escape', ['Esc'], null)}
      </dl>
      <p className="muted">{help.charts}</p>
      <div className={styles.setting}>
        <label className={styles.switch}>
          <input
            type="checkbox"
            role="switch"
            aria-checked={on}
            checked={on}
            aria-describedby={hintId}
            onChange={(event) => setSingleKeys(event.target.checked)}
          />
          {help.switch}: {on ? help.on : help.off}
        </label>
        <p id={hintId} className="muted">
          {help.switchHint}
        </p>
      </div>
    </div>
  );
}
