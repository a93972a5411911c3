'use client';

import { useEffect, useState } from 'react';
import type { Selection } from '@/lib/explore/view';
import { chartAddress, rowsHeader } from '@/lib/exports/formats';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { Button, ButtonLink } from '../ui/button';
import styles from './export-dialog.module.css';

type SeriesDownloadProps = {
  /** Name of the chart in addresses. */
  name: string;
  selection: Selection;
  /** That of the page, and that of the file. */
  locale: Locale;
  lang: Locale;
};

/** The button for the numbers of a chart, which says how many rows the file has. */
export function SeriesDownload({ name, selection, locale, lang }: SeriesDownloadProps) {
  const t = exportMessages[locale].dialog.data;
  const rows = useRows(chartAddress(name, 'csv', selection, { lang: locale }));
  return (
    <div className={styles.actions}>
      {rows === 'counting' ? (
        <Button variant="primary" disabled>
          {t.countingRows}
        </Button>
      ) : (
        <>
          <ButtonLink variant="primary" href={chartAddress(name, 'csv', selection, { lang })} download="">
            {rows === 'failed'
              ? t.downloadUncounted
              : t.downloadSeries(formatNumber(rows, locale), rows === 1)}
          </ButtonLink>
          {rows === 'failed' && <p className={styles.refusal}>{t.rowsFailed}</p>}
        </>
      )}
    </div>
  );
}

/** How many rows the file at an address has, as the server that writes it says. */
function useRows(address: string): number | 'counting' | 'failed' {
  const [known, setKnown] = useState<{ address: string; rows: number | 'failed' } | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    fetch(address, { method: 'HEAD', signal: abort.signal })
      .then(({ ok, headers }) => {
        const rows = headers.get(rowsHeader);
        setKnown({ address, rows: ok && rows !== null ? Number(rows) : 'failed' });
      })
      .catch(() => {
        if (!abort.signal.aborted) setKnown({ address, rows: 'failed' });
      });
    return () => abort.abort();
  }, [address]);
  return known?.address === address ? known.rows : 'counting';
}
