'use client';

import { useEffect, useState } from 'react';
import type { Citations } from '@/lib/exports/cite-selection';
import { selectionFileAddress } from '@/lib/exports/formats';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { type CitationFormat, citationFiles, citationFormats } from '@/lib/incidents/record/cite';
import { ButtonLink } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { classes } from '../ui/tone';
import { Choice } from './choice';
import styles from './export-dialog.module.css';
import type { ExportProps } from './types';
import type { PreviewState } from './use-preview';

/** How to cite the selection, in four formats, to copy or to download. */
export function CitePanel({ selection, locale, chart, cite, known }: ExportProps & { known: PreviewState }) {
  const t = exportMessages[locale].dialog.cite;
  const [format, setFormat] = useState<CitationFormat>('text');
  const loaded = useLoaded(cite);
  const citations = loaded ?? known.preview?.cite ?? null;
  const { file } = citationFiles[format];
  return (
    <div className={styles.choices}>
      <Choice
        legend={t.formats}
        items={citationFormats.map((value) => ({ value, label: t.names[value] }))}
        value={format}
        onChange={setFormat}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre className={classes(styles.citation, format === 'text' && styles.prose)} lang="en" tabIndex={0}>
        {citations?.[format] ?? t.loading}
      </pre>
      {citations && (
        <div className={styles.actions}>
          <CopyButton
            text={citations[format]}
            label={t.copy}
            doneLabel={t.copied}
            failedLabel={t.copyFailed}
            size="normal"
          />
          <ButtonLink
            href={selectionFileAddress(file, selection, locale, chart?.name)}
            download={`daybook-${file}`}
          >
            {t.download}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

/** Citations as given, or as their loader brings them; null = not there yet, or none given. */
function useLoaded(cite: ExportProps['cite']): Citations | null {
  const [loaded, setLoaded] = useState<Citations | null>(null);
  useEffect(() => {
    if (typeof cite !== 'function') return;
    let wanted = true;
    cite().then(
      (citations) => {
        if (wanted) setLoaded(citations);
      },
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [cite]);
  return typeof cite === 'object' ? cite : loaded;
}
