'use client';

import { useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import { CheckBar, DraftFaults } from './check-bar';
import { CodesCard } from './codes-card';
import { ColumnsCard } from './columns-card';
import { ConstantsCard } from './constants-card';
import { DaysPlacesCard } from './days-places-card';
import { FiguresCard } from './figures-card';
import { FilesCard } from './files-card';
import styles from './imports.module.css';
import { undecidedIn } from './met';
import { PresetCard } from './preset-card';
import { SkipCard } from './skip-card';
import { columnsOf, sampleTables } from './tables';
import { TargetCard } from './target-card';
import type { ImportChoices, MappedBatch } from './types';
import { useImportDraft } from './use-import-draft';

type MappingStepProps = {
  batch: MappedBatch;
  /** Names of the columns of each table. */
  names: string[][];
  choices: ImportChoices;
  locale: Locale;
};

/** The step in which it is said what becomes of columns and values. */
export function MappingStep({ batch, names: given, choices, locale }: MappingStepProps) {
  const { sketch, report } = batch;
  const draft = useImportDraft(batch.id, batch.plan, locale, {
    asks: sketch.tables.some(({ questions }) => questions.length > 0),
  });
  const [names, setNames] = useState(given);
  const [places, setPlaces] = useState(choices.places);
  const [reasons, setReasons] = useState(sketch.proposal.reasons);
  const [proposed, setProposed] = useState('make' in batch.plan.dataset ? batch.plan.dataset.make : null);
  const { mapping } = draft.plan;
  const tables = sampleTables(
    sketch.tables.map((table, index) => ({ ...table, names: names[index] ?? [] })),
    draft.plan,
  );
  const columns = columnsOf(tables);
  const onName = (id: string, inWords: string) => setPlaces((before) => ({ ...before, [id]: inWords }));
  return (
    <>
      <DraftFaults draft={draft} locale={locale} />
      <FilesCard draft={draft} tables={sketch.tables} names={names} locale={locale} />
      <PresetCard
        batch={batch.id}
        draft={draft}
        choices={choices}
        onTake={(taken) => {
          setNames(taken.names);
          setReasons(taken.reasons);
          if (taken.dataset) setProposed(taken.dataset);
          const leads = choices.presets.find(({ id }) => id === taken.preset?.id)?.leads ?? false;
          draft.take(taken.mapping, {
            preset: taken.preset,
            ...(leads ? { status: 'draft' as const } : {}),
            ...(taken.dataset ? { dataset: chosenDataset(taken.dataset, choices) } : {}),
          });
        }}
        locale={locale}
      />
      {mapping.kind === 'incidents' ? (
        <>
          <ColumnsCard
            draft={draft}
            mapping={mapping}
            columns={columns}
            tables={tables}
            reasons={new Map(reasons.map(({ column, role, why }) => [`${column}\u0000${role}`, why]))}
            locale={locale}
          />
          <ConstantsCard draft={draft} mapping={mapping} names={places} onName={onName} locale={locale} />
          <SkipCard draft={draft} mapping={mapping} columns={columns} tables={tables} locale={locale} />
          <CodesCard draft={draft} mapping={mapping} tables={tables} report={report} locale={locale} />
          <DaysPlacesCard
            draft={draft}
            mapping={mapping}
            tables={tables}
            report={report}
            names={places}
            onName={onName}
            locale={locale}
          />
        </>
      ) : (
        <FiguresCard
          draft={draft}
          mapping={mapping}
          columns={columns}
          report={report}
          names={places}
          onName={onName}
          locale={locale}
        />
      )}
      <TargetCard draft={draft} choices={choices} columns={columns} proposed={proposed} locale={locale} />
      <CheckBar
        draft={draft}
        undecided={mapping.kind === 'incidents' ? undecidedIn(mapping, tables, report) : 0}
        after={
          batch.status === 'checked' && (
            <ButtonLink href={`/data/import/${batch.id}`} variant="quiet" className={styles.end}>
              {importMessages[locale].write.toReport}
            </ButtonLink>
          )
        }
        locale={locale}
      />
    </>
  );
}

/** The data set of a kind of file: the one that has its name already, else a new one. */
const chosenDataset = <Made extends { slug: string }>(make: Made, { datasets }: ImportChoices) =>
  datasets.some(({ slug }) => slug === make.slug) ? { slug: make.slug } : { make };
