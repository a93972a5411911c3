'use client';

import { useState } from 'react';
import { chartAddress, recordsAddress, type ValueMode, valueModes } from '@/lib/exports/formats';
import { formatNumber, type Locale, locales } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { Button, ButtonLink } from '../ui/button';
import { Choice } from './choice';
import styles from './export-dialog.module.css';
import { SinceField, type TypedDay } from './since-field';
import type { ExportProps } from './types';
import type { PreviewState } from './use-preview';

const formats = ['csv', 'excel', 'xlsx', 'json', 'ndjson', 'geojson', 'parquet', 'arrow', 'zip'] as const;
type Format = (typeof formats)[number];

/** The records, or the numbers of the chart, as a file; the number of records stands on the button. */
export function DataPanel(props: ExportProps & { known: PreviewState }) {
  const { selection, locale, chart } = props;
  const t = exportMessages[locale].dialog.data;
  const [what, setWhat] = useState<'series' | 'records'>('records');
  const [format, setFormat] = useState<Format>('csv');
  const [values, setValues] = useState<ValueMode>('codes');
  const [lang, setLang] = useState<Locale>(locale);
  const [since, setSince] = useState<TypedDay>('');
  const series = chart !== undefined && what === 'series';
  const chooseFormat = (next: Format) => {
    setFormat(next);
    // The field goes, and with it a day that was only begun.
    if (since === null) setSince('');
  };
  return (
    <div className={styles.choices}>
      {chart && (
        <Choice
          legend={t.what}
          items={[
            { value: 'records', label: t.records },
            { value: 'series', label: t.series },
          ]}
          value={what}
          onChange={setWhat}
        />
      )}
      {!series && (
        <>
          <Choice
            legend={t.format}
            items={formats.map((value) => ({ value, label: t.formats[value] }))}
            value={format}
            onChange={chooseFormat}
            hint={t.formatHints[format]}
          />
          {format === 'zip' && <SinceField value={since} onChange={setSince} locale={locale} />}
          <Choice
            legend={t.values}
            items={valueModes.map((value) => ({ value, label: t.valueModes[value] }))}
            value={values}
            onChange={setValues}
          />
        </>
      )}
      <Choice
        legend={t.language}
        items={locales.map((value) => ({ value, label: t.languages[value] }))}
        value={lang}
        onChange={setLang}
      />
      {series ? (
        <div className={styles.actions}>
          <ButtonLink
            variant="primary"
            href={chartAddress(chart.name, 'csv', selection, { lang })}
            download=""
          >
            {t.downloadSeries}
          </ButtonLink>
        </div>
      ) : (
        <Download
          {...props}
          format={format}
          values={values}
          lang={lang}
          since={format === 'zip' ? since : ''}
        />
      )}
    </div>
  );
}

type DownloadProps = ExportProps & {
  known: PreviewState;
  format: Format;
  values: ValueMode;
  lang: Locale;
  since: TypedDay;
};

/** The button that says how many records the file holds; where there can be no file, it says why. */
function Download({ selection, locale, counts, known, format, values, lang, since }: DownloadProps) {
  const t = exportMessages[locale].dialog;
  const { kept, leftOut } = known.preview?.counts ?? counts;
  if (leftOut === undefined) {
    return (
      <div className={styles.actions}>
        <Button variant="primary" disabled>
          {known.state === 'failed' ? t.failed : t.counting}
        </Button>
      </div>
    );
  }
  const count = kept - leftOut;
  const label = t.data.download(formatNumber(count, locale), count === 1, t.data.names[format]);
  const refusal =
    count === 0
      ? t.data.nothing
      : since === null
        ? t.data.sinceProblem
        : format === 'xlsx'
          ? (known.preview?.xlsx ?? null)
          : null;
  const file = format === 'excel' ? 'csv' : format;
  return (
    <div className={styles.actions}>
      {refusal === null ? (
        <ButtonLink
          variant="primary"
          href={recordsAddress(file, selection, {
            values,
            lang,
            excel: format === 'excel',
            since: since || null,
          })}
          download=""
        >
          {label}
        </ButtonLink>
      ) : (
        <>
          <Button variant="primary" disabled aria-describedby="export-refusal">
            {label}
          </Button>
          <p id="export-refusal" className={styles.refusal}>
            {refusal}
          </p>
        </>
      )}
    </div>
  );
}
