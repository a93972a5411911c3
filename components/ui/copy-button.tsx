'use client';

import { useEffect, useState } from 'react';
import { Button } from './button';

type CopyButtonProps = {
  /** What is copied; a function is asked when the button is pressed. */
  text: string | (() => string);
  label: string;
  /** Name of the button where its label does not say enough. */
  ariaLabel?: string;
  /** Name under which a keyboard command finds the button (components/commands). */
  command?: string;
  /** Said for two seconds after copying, and when copying is not allowed. */
  doneLabel: string;
  failedLabel: string;
  size?: 'normal' | 'small';
};

/** Copies a text and says that it did. */
export function CopyButton(props: CopyButtonProps) {
  const { text, label, ariaLabel, command, doneLabel, failedLabel, size = 'small' } = props;
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  useEffect(() => {
    if (state !== 'done') return;
    const timer = setTimeout(() => setState('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const wanted = typeof text === 'string' ? text : text();
    try {
      await navigator.clipboard.writeText(wanted);
      setState('done');
    } catch {
      setState(copyBySelection(wanted) ? 'done' : 'failed');
    }
  };
  return (
    <>
      <Button
        size={size}
        onClick={copy}
        aria-label={state === 'done' ? undefined : ariaLabel}
        data-command={command}
      >
        {state === 'done' ? doneLabel : label}
      </Button>
      <span className={state === 'failed' ? 'muted' : 'visually-hidden'} role="status">
        {state === 'done' ? doneLabel : state === 'failed' ? failedLabel : ''}
      </span>
    </>
  );
}

/** The way of browsers that give no clipboard to pages without https. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
