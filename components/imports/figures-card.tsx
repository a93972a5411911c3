import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { FigureMapping } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { DayOrder } from './day-order';
import { LineField, SelectField } from './field';
import styles from './imports.module.css';
import { ambiguousIn, soughtPlaces } from './lost';
import { decidedOf, withDecided } from './mapping/decisions';
import { PlaceChoices } from './place-choices';
import type { ImportDraft } from './use-import-draft';

type FiguresCardProps = {
  draft: ImportDraft;
  mapping: FigureMapping;
  columns: readonly string[];
  report: ImportReport | null;
  /** Places in words, by id. */
  names: Readonly<Record<string, string>>;
  onName: (id: string, inWords: string) => void;
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
export function FiguresCard(props: FiguresCardProps) {
  const { draft, mapping, columns, report, names, onName, locale } = props;
  const { figures: words, days, places } = importMessages[locale];
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
  const texts = soughtPlaces(mapping, report);
  return (
    <Card title={words.title} subtitle={words.help} id="columns">
      <div className="stack">
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
        <details className={styles.folded}>
          <summary>{days.order}</summary>
          <div className={styles.inside}>
            <DayOrder
              order={mapping.order}
              example={ambiguousIn(report)}
              onChange={(order) => put({ order })}
              locale={locale}
            />
          </div>
        </details>
        {mapping.place && texts.length > 0 && (
          <>
            <p className={styles.hint}>{places.help}</p>
            <PlaceChoices
              label={places.title}
              lost={texts}
              chosenOf={(text) => decidedOf(mapping).find(({ from }) => from === text)?.to}
              names={names}
              onChoose={(text, id, inWords) => {
                if (id !== null) onName(id, inWords);
                draft.editAny((before) => withDecided(before, text, id));
              }}
              locale={locale}
            />
          </>
        )}
      </div>
    </Card>
  );
}
