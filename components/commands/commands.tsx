'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { type CommandId, commandOf, takesLetters } from './shortcuts';
import {
  closePanel,
  openPanel,
  type Panel,
  showPanel,
  singleKeysOn,
  subscribe,
  takeAfterwards,
  typeEarly,
} from './store';
import { runOnPage } from './targets';

const HelpDialog = dynamic(() => import('./help-dialog').then((module) => module.HelpDialog));
const PaletteDialog = dynamic(() => import('./palette-dialog').then((module) => module.PaletteDialog));

type CommandsProps = {
  locale: Locale;
  /** Whether the reader may import files. */
  imports: boolean;
};

/** Listens to the keys of every page; loads the help and the palette when they are first asked for. */
export function Commands({ locale, imports }: CommandsProps) {
  const panel = useSyncExternalStore(subscribe, openPanel, () => null);
  const [loaded, setLoaded] = useState<ReadonlySet<Panel>>(new Set());
  if (panel !== null && !loaded.has(panel)) setLoaded(new Set([...loaded, panel]));

  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  // By now the dialog has closed and given the focus back.
  useEffect(() => {
    if (panel === null) takeAfterwards()?.();
  }, [panel]);

  return (
    <>
      {loaded.has('help') && <HelpDialog locale={locale} open={panel === 'help'} />}
      {loaded.has('palette') && (
        <PaletteDialog locale={locale} imports={imports} open={panel === 'palette'} />
      )}
    </>
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const dialogOpen = document.querySelector('dialog[open]') !== null;
  if (openPanel() === 'palette' && !dialogOpen) {
    takeEarly(event);
    return;
  }
  const id = commandOf(
    {
      key: event.key,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
      repeat: event.repeat,
      isComposing: event.isComposing,
      altGraph: event.getModifierState('AltGraph'),
    },
    {
      typing: takesLetters(document.activeElement) || document.querySelector('[data-open-menu]') !== null,
      dialogOpen,
      singleKeysOn: singleKeysOn(),
    },
  );
  if (id !== null && run(id)) event.preventDefault();
}

/** Keeps what is typed for the palette that has not come yet, so that no letter is lost or starts another command. */
function takeEarly(event: KeyboardEvent): void {
  if (event.key === 'Escape') closePanel();
  else if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  else if (event.key === 'Backspace' || event.key.length === 1) typeEarly(event.key);
  else return;
  event.preventDefault();
}

/** Does what a command says; false = it is missing on this page. */
function run(id: CommandId): boolean {
  if (id !== 'help' && id !== 'palette') return runOnPage(id);
  showPanel(id);
  return true;
}
