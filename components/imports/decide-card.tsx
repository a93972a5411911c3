'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ImportPlan, IncidentMapping } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { DraftFaults } from './check-bar';
import { CodesTable } from './codes-table';
import { DayOrder } from './day-order';
import { SelectField } from './field';
import styles from './imports.module.css';
import { ambiguousIn, lostPlaces } from './lost';
import { type Coded, codedOf, withOtherwise } from './mapping/crosswalks';
import { decidedOf, orderOf, withDecided, withOrder } from './mapping/decisions';
import { valuesOf } from './mapping/values';
import { refusedValues } from './met';
import { roleName } from './names';
import { PlaceChoices } from './place-choices';
import { CareField } from './target-card';
import { type ImportDraft, useImportDraft } from './use-import-draft';

type DecideCardProps = {
  batch: string;
  plan: ImportPlan;
  report: ImportReport;
  /** Places in words, by id. */
  places: Record<string, string>;
  locale: Locale;
};

/** What a check could not know: decided here, kept in the mapping, and checked again. */
export function DecideCard({ batch, plan, report, places, locale }: DecideCardProps) {
  const words = importMessages[locale];
  const draft = useImportDraft(batch, plan, locale);
  const [names, setNames] = useState(places);
  const { mapping } = draft.plan;
  const lost = lostPlaces(report);
  const example = ambiguousIn(report);
  const personal = report.faults.some(({ rule }) => rule === 'personal-data');
  return (
    <Card title={words.report.decideTitle} subtitle={words.report.decideHelp} id="decide">
      <div className="stack">
        <DraftFaults draft={draft} locale={locale} />
        {example !== null && (
          <DayOrder
            order={orderOf(mapping)}
            example={example}
            onChange={(order) => draft.editAny((before) => withOrder(before, order))}
            locale={locale}
          />
        )}
        {mapping.kind === 'incidents' &&
          codedOf(mapping).map((coded) => (
            <RefusedValues
              key={coded.name}
              coded={coded}
              mapping={mapping}
              report={report}
              edit={draft.edit}
              locale={locale}
            />
          ))}
        {lost.length > 0 && (
          <section className="stack" aria-label={words.places.title}>
            <h3>{words.places.title}</h3>
            <p className={styles.hint}>{words.places.help}</p>
            <PlaceChoices
              label={words.places.text}
              lost={lost}
              chosenOf={(text) => decidedOf(mapping).find(({ from }) => from === text)?.to}
              names={names}
              onChoose={(text, id, inWords) => {
                if (id !== null) setNames((before) => ({ ...before, [id]: inWords }));
                draft.editAny((before) => withDecided(before, text, id));
              }}
              locale={locale}
            />
          </section>
        )}
        {personal && <CareField plan={draft.plan} set={draft.set} locale={locale} />}
        <div>
          <Button
            variant={draft.isDirty ? 'primary' : 'default'}
            aria-disabled={draft.work !== null || !draft.isDirty}
            onClick={() => draft.isDirty && draft.check()}
          >
            {draft.work === 'checking' ? words.save.checking : words.report.again}
          </Button>
        </div>
      </div>
    </Card>
  );
}

type RefusedValuesProps = {
  coded: Coded;
  mapping: IncidentMapping;
  report: ImportReport;
  edit: ImportDraft['edit'];
  locale: Locale;
};

/** Values that rows were refused for, since nothing says what they are coded as. */
function RefusedValues({ coded, mapping, report, edit, locale }: RefusedValuesProps) {
  const { codes: words, and } = importMessages[locale];
  const { met } = valuesOf(mapping, coded, refusedValues(report, coded));
  if (met.length === 0) return null;
  const name = `${roleName(coded.role, locale)} (${columnsIn(coded, and)})`;
  const otherwise = mapping.crosswalks.find((one) => one.name === coded.name)?.otherwise;
  return (
    <section className="stack" aria-label={name}>
      <h3 className={styles.break}>{name}</h3>
      <CodesTable coded={coded} values={met} label={words.table(name)} edit={edit} locale={locale} />
      <SelectField
        label={words.otherwise}
        value={otherwise === 'leave' ? 'leave' : 'refuse'}
        options={[
          { value: 'refuse', label: words.refuse },
          { value: 'leave', label: words.leave },
        ]}
        onChange={(next) => edit((before) => withOtherwise(before, coded.name, next))}
      />
    </section>
  );
}

const columnsIn = ({ columns }: Coded, and: string) => columns.map(({ column }) => column).join(and);
