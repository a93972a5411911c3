'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/locale';
import { actButton } from '@/lib/i18n/messages/act-button';
import type { ChosenRecords } from './types';

const load = () => import('./act-dialog').then(({ ActDialog }) => ActDialog);
const ActDialog = dynamic(load, { ssr: false });

type ActsButtonProps = {
  of: ChosenRecords;
  /** How many records that is, as the page counts them. */
  count: number;
  locale: Locale;
  /** Other words of the button. */
  label?: string;
  /** The records are to be shown anew. */
  onDone?: () => void;
};

/** Opens the dialog in which many records are changed at once; its code is fetched when it is first wanted. */
export function ActsButton({ of, count, locale, label, onDone }: ActsButtonProps) {
  // Each opening is a new dialog; a number tells them apart.
  const [opening, setOpening] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const words = actButton[locale];
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => {
          setOpening(opening + 1);
          setIsOpen(true);
        }}
      >
        {label ?? ('refs' in of ? words.ticked(count) : words.all(count))}
      </Button>
      {opening > 0 && (
        <ActDialog
          key={opening}
          of={of}
          count={count}
          locale={locale}
          open={isOpen}
          onClose={() => setIsOpen(false)}
          onDone={onDone ?? (() => window.location.reload())}
        />
      )}
    </>
  );
}
