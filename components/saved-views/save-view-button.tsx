'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { type Selection, selectionPath } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { keepActs } from '@/lib/i18n/messages/keep-acts';
import type { ViewPage } from '@/lib/saved-views/types';

const SaveViewDialog = dynamic(() => import('./save-view-dialog').then((module) => module.SaveViewDialog));

export type SaveViewProps = {
  selection: Selection;
  /** The page that the selection is shown on. */
  base: ViewPage;
  /** The filter in words. */
  sentence: string;
  locale: Locale;
};

/** Gives the present selection a name and a short link. The dialog is loaded when it is first opened. */
export function SaveViewButton(props: SaveViewProps) {
  const [opened, setOpened] = useState<'never' | 'open' | 'closed'>('never');
  return (
    <>
      <Button size="small" data-command="save-view" aria-haspopup="dialog" onClick={() => setOpened('open')}>
        {keepActs[props.locale].save}
      </Button>
      {opened !== 'never' && (
        <SaveViewDialog {...props} open={opened === 'open'} onClose={() => setOpened('closed')} />
      )}
    </>
  );
}

/** The two ways to keep the present selection: a saved view, and its address. */
export function ViewActions(props: SaveViewProps) {
  return (
    <>
      <SaveViewButton {...props} />
      <CopyLinkButton {...props} />
    </>
  );
}

/** Copies the full address of the present selection. */
export function CopyLinkButton({ selection, base, locale }: Omit<SaveViewProps, 'sentence'>) {
  const words = keepActs[locale];
  return (
    <CopyButton
      text={() => window.location.origin + selectionPath(base, selection)}
      command="copy-link"
      label={words.copyLink}
      doneLabel={words.copied}
      failedLabel={words.copyFailed}
    />
  );
}
