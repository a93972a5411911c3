import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { FigureMapping } from '@/lib/imports/plan';
import { LineField, SelectField } from './field';
import styles from './imports.module.css';
import type { ImportDraft } from './use-import-draft';

type FiguresCardProps = {
  draft: ImportDraft;
  mapping: FigureMapping;
  columns: readonly string[];
  locale: Locale;
};

const noPlace = {
  code: null,
  names: [],
  latitude: null,
  longitude: null,
  precision: null,
  decided: [],
  otherwise: null,
};

/** What the columns of a file of totals become. */
export function FiguresCard({ draft, mapping, columns, locale }: FiguresCardProps) {
  const words = importMessages[locale].figures;
  const put = (change: Partial<FigureMapping>) => draft.set({ mapping: { ...mapping, ...change } });
  const { period, metric, label } = mapping;
  const place = mapping.place ?? noPlace;
  const putPlace = (change: Partial<typeof place>) => {
    const next = { ...place, ...change };
    put({ place: next.code === null && next.names.length === 0 && next.otherwise === null ? null : next });
  };
  const choice = (none: string) => [
    { value: '', label: none },
    ...columns.map((column) => ({ value: column, label: column })),
  ];
  const { noColumn } = words;
  return (
    <Card title={words.title} subtitle={words.help} id="columns">
      <div className={styles.grid}>
        <SelectField
          label={words.value}
          value={mapping.value}
          options={choice(noColumn)}
          onChange={(value) => put({ value })}
        />
        <SelectField
          label={words.periodAs}
          value={'column' in period ? 'one' : 'two'}
          options={[
            { value: 'one', label: words.periodOne },
            { value: 'two', label: words.periodTwo },
          ]}
          onChange={(as) => put({ period: as === 'one' ? { column: '' } : { year: '', month: null } })}
        />
        {'column' in period ? (
          <SelectField
            label={words.period}
            value={period.column}
            options={choice(noColumn)}
            onChange={(column) => put({ period: { column } })}
          />
        ) : (
          <>
            <SelectField
              label={words.year}
              value={period.year}
              options={choice(noColumn)}
              onChange={(year) => put({ period: { ...period, year } })}
            />
            <SelectField
              label={words.month}
              value={period.month ?? ''}
              options={choice(words.noMonth)}
              onChange={(month) => put({ period: { ...period, month: month || null } })}
            />
          </>
        )}
        <SelectField
          label={words.metric}
          value={metric.column ?? ''}
          options={choice(words.always)}
          onChange={(column) => put({ metric: { ...metric, column: column || null } })}
        />
        {metric.column === null && (
          <LineField
            label={words.metricText}
            value={metric.value ?? ''}
            most={120}
            onChange={(value) => put({ metric: { ...metric, value: value || null } })}
          />
        )}
        <SelectField
          label={words.label}
          value={label.column ?? ''}
          options={choice(words.always)}
          onChange={(column) => put({ label: { ...label, column: column || null } })}
        />
        {label.column === null && (
          <LineField
            label={words.labelText}
            value={label.value ?? ''}
            most={300}
            onChange={(value) => put({ label: { ...label, value: value || null } })}
          />
        )}
        <LineField label={words.unit} value={mapping.unit} most={60} onChange={(unit) => put({ unit })} />
        <SelectField
          label={words.placeCode}
          value={place.code ?? ''}
          options={choice(noColumn)}
          onChange={(code) => putPlace({ code: code || null })}
        />
        {[...place.names, ''].slice(0, 8).map((name, index) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: their order is what they are
            key={index}
            label={index === 0 ? words.placeNames : `${words.placeNames} (${index + 1})`}
            value={name}
            options={choice(noColumn)}
            onChange={(next) =>
              putPlace({
                names: [...place.names.slice(0, index), next, ...place.names.slice(index + 1)].filter(
                  (one) => one !== '',
                ),
              })
            }
          />
        ))}
      </div>
    </Card>
  );
}
