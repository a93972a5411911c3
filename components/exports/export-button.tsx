'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { keepActs } from '@/lib/i18n/messages/keep-acts';
import { Button } from '../ui/button';
import type { ExportProps } from './types';

const load = () => import('./export-dialog').then(({ ExportDialog }) => ExportDialog);
const ExportDialog = dynamic(load, { ssr: false });

/** Opens the export dialog, whose code is fetched when the button is first pointed at or pressed. */
export function ExportButton(props: ExportProps) {
  const { chart, locale } = props;
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const t = keepActs[locale];
  return (
    <>
      <Button
        size="small"
        data-command="export"
        aria-haspopup="dialog"
        aria-label={chart ? t.exportOf(chart.title) : undefined}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setState('open')}
      >
        {t.export}
      </Button>
      {state !== 'never' && (
        <ExportDialog {...props} open={state === 'open'} onClose={() => setState('closed')} />
      )}
    </>
  );
}
