'use client';

import { useState } from 'react';
import { isOfComparison, recordsAddress, type ValueMode, valueModes } from '@/lib/exports/formats';
import { formatNumber, type Locale, locales } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { Button, ButtonLink } from '../ui/button';
import { Choice } from './choice';
import styles from './export-dialog.module.css';
import { SeriesDownload } from './series-download';
import { SinceField, type TypedDay } from './since-field';
import type { ExportProps } from './types';
import type { PreviewState } from './use-preview';

const formats = ['csv', 'excel', 'xlsx', 'json', 'ndjson', 'geojson', 'parquet', 'arrow', 'zip'] as const;
type Format = (typeof formats)[number];

/** Which selection of a comparison: the present filter is B. */
type Side = 'a' | 'b';

/** The records, or the numbers of the chart, as a file; the number of records stands on the button. */
export function DataPanel(props: ExportProps & { known: PreviewState }) {
  const { selection, locale, chart, counts, known } = props;
  const t = exportMessages[locale].dialog.data;
  const [what, setWhat] = useState<'series' | 'records'>('records');
  const [side, setSide] = useState<Side>('b');
  const [format, setFormat] = useState<Format>('csv');
  const [values, setValues] = useState<ValueMode>('codes');
  const [lang, setLang] = useState<Locale>(locale);
  const [since, setSince] = useState<TypedDay>('');
  const series = chart !== undefined && what === 'series';
  const isCompared = chart !== undefined && isOfComparison(chart.name);
  const other = known.preview?.comparedWith ?? null;
  const inFile = (of: { kept: number; leftOut?: number } | undefined) =>
    of?.leftOut === undefined ? null : formatNumber(of.kept - of.leftOut, locale);
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
      {isCompared && !series && (
        <Choice
          legend={t.side}
          items={[
            { value: 'b', label: t.sides('B', inFile(known.preview?.counts ?? counts)) },
            { value: 'a', label: t.sides('A', inFile(other?.counts)), disabled: !other },
          ]}
          value={side}
          onChange={setSide}
          hint={t.sideHint}
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
        <SeriesDownload name={chart.name} selection={selection} locale={locale} lang={lang} />
      ) : (
        <Download
          {...props}
          side={isCompared ? side : null}
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
  /** Null = there is but one. */
  side: Side | null;
  format: Format;
  values: ValueMode;
  lang: Locale;
  since: TypedDay;
};

/** The button that says how many records the file holds; where there can be no file, it says why. */
function Download(props: DownloadProps) {
  const { locale, known, side, format, values, lang, since } = props;
  const t = exportMessages[locale].dialog;
  const other = side === 'a' ? (known.preview?.comparedWith ?? null) : null;
  const { kept, leftOut } = (other ?? known.preview)?.counts ?? props.counts;
  const selection = other ? { ...props.selection, filters: other.filters } : props.selection;
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
  const words = [formatNumber(count, locale), count === 1, t.data.names[format]] as const;
  const label = side === null ? t.data.download(...words) : t.data.downloadOf(other ? 'A' : 'B', ...words);
  const refusal =
    count === 0
      ? t.data.nothing
      : since === null
        ? t.data.sinceProblem
        : format === 'xlsx'
          ? ((other ?? known.preview)?.xlsx ?? null)
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
