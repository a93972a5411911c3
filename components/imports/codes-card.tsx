import { useRef, useState } from 'react';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { IncidentMapping } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { AddValue } from './add-value';
import { CodesTable } from './codes-table';
import { SelectField } from './field';
import styles from './imports.module.css';
import { type Coded, codedOf, withEntry, withOtherwise } from './mapping/crosswalks';
import { type CodedValue, countValues, valuesOf } from './mapping/values';
import mappingStyles from './mapping.module.css';
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
      <div className={mappingStyles.foldedList}>
        {coded.map((one) => {
          const refused = refusedValues(report, one);
          const met = metValues(countValues(one.columns, tables), refused);
          return (
            <CodedValues
              key={one.name}
              coded={one}
              {...valuesOf(mapping, one, met)}
              ofReport={refused.size > 0}
              at={mapping.crosswalks.findIndex(({ name }) => name === one.name)}
              mapping={mapping}
              draft={draft}
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
  /** Which crosswalk of the mapping it is. */
  at: number;
  mapping: IncidentMapping;
  draft: ImportDraft;
  locale: Locale;
};

function CodedValues({ coded, met, rest, ofReport, at, mapping, draft, locale }: CodedValuesProps) {
  const { codes: words, and } = importMessages[locale];
  const { removed } = importMappingMessages[locale].entries;
  const { edit } = draft;
  const { otherwise = null, entries = [] } = mapping.crosswalks[at] ?? {};
  const more = useRef<HTMLDetailsElement>(null);
  const [said, setSaid] = useState('');
  const open = met.filter(({ codes }) => codes === null).length;
  const [begun] = useState(open > 0 && otherwise !== 'leave');
  const [showsRest, setShowsRest] = useState(false);
  const name = roleName(coded.role, locale);
  const columns = coded.columns.map(({ column }) => column).join(and);
  const problem = draft.faults.find(({ field }) => field.startsWith(`mapping.crosswalks.${at}.`))?.message;
  const remove = (value: string) => {
    const rows = [...(more.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])];
    const index = rows.findIndex((row) => row.dataset.remove === value);
    const next = rows[index + 1] ?? rows[index - 1];
    // With the last of them the list goes too.
    const home = next ?? more.current?.closest('details:not([data-rest])')?.querySelector('summary');
    home?.focus();
    edit((before) => withEntry(before, coded.name, value, null));
    setSaid(removed(value));
  };
  return (
    <details className={styles.folded} open={begun}>
      <summary>
        <b>{name}</b> <bdi className={styles.break}>{columns}</bdi>{' '}
        <span className={open > 0 && otherwise !== 'leave' ? mappingStyles.open : 'muted'}>
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
          <details
            ref={more}
            data-rest
            className={styles.folded}
            open={showsRest}
            onToggle={(event) => setShowsRest(event.currentTarget.open)}
          >
            <summary>{words.rest(rest.length)}</summary>
            {showsRest && (
              <div className={styles.inside}>
                <CodesTable
                  coded={coded}
                  values={rest}
                  label={`${words.table(`${name} (${columns})`)}: ${words.rest(rest.length)}`}
                  edit={edit}
                  onRemove={remove}
                  locale={locale}
                />
              </div>
            )}
          </details>
        )}
        {problem && <p className={styles.problem}>{problem}</p>}
        <AddValue
          coded={coded}
          entries={entries}
          name={name}
          edit={edit}
          onAdded={() => setShowsRest(true)}
          locale={locale}
        />
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </details>
  );
}
