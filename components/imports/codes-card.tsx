import { useState } from 'react';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { IncidentMapping } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { CodesTable } from './codes-table';
import { SelectField } from './field';
import styles from './imports.module.css';
import { type Coded, codedOf, withOtherwise } from './mapping/crosswalks';
import { type CodedValue, countValues, valuesOf } from './mapping/values';
import { metValues, refusedValues } from './met';
import { roleName } from './names';
import type { SampleTable } from './tables';
import type { ImportDraft } from './use-import-draft';

type CodesCardProps = {
  draft: ImportDraft;
  mapping: IncidentMapping;
  tables: readonly SampleTable[];
  report: ImportReport | null;
  locale: Locale;
};

/** What the values of coded columns become. */
export function CodesCard({ draft, mapping, tables, report, locale }: CodesCardProps) {
  const words = importMessages[locale].codes;
  const coded = codedOf(mapping);
  if (coded.length === 0) return null;
  return (
    <Card title={words.title} subtitle={words.subtitle} id="codes">
      <div className={styles.foldedList}>
        {coded.map((one) => {
          const refused = refusedValues(report, one);
          const met = metValues(countValues(one.columns, tables), refused);
          return (
            <CodedValues
              key={one.name}
              coded={one}
              {...valuesOf(mapping, one, met)}
              ofReport={refused.size > 0}
              otherwise={mapping.crosswalks.find(({ name }) => name === one.name)?.otherwise ?? null}
              edit={draft.edit}
              locale={locale}
            />
          );
        })}
      </div>
    </Card>
  );
}

type CodedValuesProps = {
  coded: Coded;
  met: CodedValue[];
  rest: CodedValue[];
  ofReport: boolean;
  otherwise: 'refuse' | 'leave' | null;
  edit: ImportDraft['edit'];
  locale: Locale;
};

function CodedValues({ coded, met, rest, ofReport, otherwise, edit, locale }: CodedValuesProps) {
  const { codes: words, and } = importMessages[locale];
  const open = met.filter(({ codes }) => codes === null).length;
  const [begun] = useState(open > 0 && otherwise !== 'leave');
  const [showsRest, setShowsRest] = useState(false);
  const name = roleName(coded.role, locale);
  const columns = coded.columns.map(({ column }) => column).join(and);
  return (
    <details className={styles.folded} open={begun}>
      <summary>
        <b>{name}</b> <bdi className={styles.break}>{columns}</bdi>{' '}
        <span className={open > 0 && otherwise !== 'leave' ? styles.open : 'muted'}>
          {open > 0 ? words.open(open) : words.allDecided}
        </span>
      </summary>
      <div className={styles.inside}>
        {met.length > 0 && (
          <>
            <CodesTable
              coded={coded}
              values={met}
              label={words.table(`${name} (${columns})`)}
              edit={edit}
              locale={locale}
            />
            <p className={styles.hint}>{ofReport ? words.inReport : words.inSample}</p>
          </>
        )}
        <SelectField
          label={words.otherwise}
          value={otherwise === 'leave' ? 'leave' : 'refuse'}
          options={[
            { value: 'refuse', label: words.refuse },
            { value: 'leave', label: words.leave },
          ]}
          onChange={(next) => edit((before) => withOtherwise(before, coded.name, next))}
        />
        {rest.length > 0 && (
          <details className={styles.folded} onToggle={(event) => setShowsRest(event.currentTarget.open)}>
            <summary>{words.rest(rest.length)}</summary>
            {showsRest && (
              <div className={styles.inside}>
                <CodesTable
                  coded={coded}
                  values={rest}
                  label={`${words.table(`${name} (${columns})`)}: ${words.rest(rest.length)}`}
                  edit={edit}
                  locale={locale}
                />
              </div>
            )}
          </details>
        )}
      </div>
    </details>
  );
}
