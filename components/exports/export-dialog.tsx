'use client';

import { useState } from 'react';
import { isOfComparison } from '@/lib/exports/formats';
import { formatNumber } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { CitePanel } from './cite-panel';
import { DataPanel } from './data-panel';
import styles from './export-dialog.module.css';
import { ImagePanel } from './image-panel';
import { LicenceNote } from './licence-note';
import { Tabs } from './tabs';
import type { ExportProps } from './types';
import { type PreviewState, usePreview } from './use-preview';

type ExportDialogProps = ExportProps & { open: boolean; onClose: () => void };
type Tab = 'image' | 'data' | 'cite';

/** A chart and the records behind it as files, and how to cite them; says what a file holds before it is made. */
export function ExportDialog(props: ExportDialogProps) {
  const { open, onClose, chart, locale, selection } = props;
  const t = exportMessages[locale].dialog;
  const [chosen, setChosen] = useState<Tab>(chart ? 'image' : 'data');
  const known = usePreview({ selection, locale, chart }, open);
  const tabs: Tab[] = chart ? ['image', 'data', 'cite'] : ['data', 'cite'];
  const tab = tabs.includes(chosen) ? chosen : 'data';
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={chart ? t.titleFor(chart.title) : t.title}
      closeLabel={t.close}
      size="wide"
    >
      <div className={styles.inside}>
        <Summary {...props} known={known} />
        {known.state === 'failed' && (
          <Notice kind="error">
            {t.failed}{' '}
            <Button size="small" onClick={known.retry}>
              {t.retry}
            </Button>
          </Notice>
        )}
        <Tabs
          label={t.tabsLabel}
          tabs={tabs.map((key) => ({ key, label: t.tabs[key] }))}
          chosen={tab}
          onChoose={setChosen}
        >
          {tab === 'image' && chart && <ImagePanel selection={selection} locale={locale} chart={chart} />}
          {tab === 'data' && <DataPanel {...props} known={known} />}
          {tab === 'cite' && <CitePanel {...props} known={known} />}
        </Tabs>
        {known.preview && <LicenceNote datasets={known.preview.datasets} locale={locale} />}
      </div>
    </Dialog>
  );
}

/** The filter in words and how many records it keeps. Its lines stand there before the numbers come. */
function Summary({ locale, counts, chart, synthetic, known }: ExportProps & { known: PreviewState }) {
  const t = exportMessages[locale].dialog;
  const number = (value: number) => formatNumber(value, locale);
  const all = known.preview?.counts.all ?? counts.all;
  const kept = known.preview?.counts.kept ?? counts.kept;
  const leftOut = known.preview?.counts.leftOut ?? counts.leftOut ?? 0;
  const isCompared = chart !== undefined && isOfComparison(chart.name);
  const a = known.preview?.comparedWith ?? null;
  return (
    <div className={styles.summary}>
      <p className={styles.filter}>
        <b>{isCompared ? t.filterOf('B') : t.filter}</b> {known.preview?.filter ?? '…'}
      </p>
      {isCompared && (
        <p className={styles.filter}>
          <b>{t.filterOf('A')}</b> {a?.filter ?? '…'}
        </p>
      )}
      <p aria-live="polite">
        {all === undefined
          ? t.counting
          : a
            ? t.keptBoth(number(kept), number(a.counts.kept), number(all))
            : t.kept(number(kept), kept === 1, number(all))}
      </p>
      {leftOut > 0 && (
        <Notice kind="warning">
          {isCompared ? t.leftOutOf('B', number(leftOut)) : t.leftOut(number(leftOut), leftOut === 1)}
        </Notice>
      )}
      {a && a.counts.leftOut > 0 && (
        <Notice kind="warning">{t.leftOutOf('A', number(a.counts.leftOut))}</Notice>
      )}
      {(synthetic || known.preview?.synthetic) && <Notice kind="warning">{t.synthetic}</Notice>}
    </div>
  );
}
