'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { type CommandId, commandOf, takesLetters } from './shortcuts';
import { openPanel, type Panel, showPanel, singleKeysOn, subscribe, takeAfterwards } from './store';
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
      dialogOpen: document.querySelector('dialog[open]') !== null,
      singleKeysOn: singleKeysOn(),
    },
  );
  if (id !== null && run(id)) event.preventDefault();
}

/** Does what a command says; false = it is missing on this page. */
function run(id: CommandId): boolean {
  if (id !== 'help' && id !== 'palette') return runOnPage(id);
  showPanel(id);
  return true;
}
