import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { TableSketch } from '@/lib/imports/read/types';
import { EncodingQuestion } from './encoding-question';
import { LineField, SelectField } from './field';
import styles from './imports.module.css';
import { encodingNames } from './read-options';
import { howRead, Notes } from './reading';
import reportStyles from './report.module.css';
import type { ImportDraft } from './use-import-draft';

type FilesCardProps = {
  draft: ImportDraft;
  tables: readonly TableSketch[];
  names: readonly string[][];
  locale: Locale;
};

/** The tables of the files, how they were read, and how else they can be. */
export function FilesCard({ draft, tables, names, locale }: FilesCardProps) {
  const words = importMessages[locale].files;
  const { plan, set } = draft;
  const question = tables.flatMap(({ questions }) => questions)[0];
  const take = (name: string, isOn: boolean) =>
    set({
      withoutTables: isOn ? plan.withoutTables.filter((one) => one !== name) : [...plan.withoutTables, name],
    });
  return (
    <Card title={words.title}>
      <div className="stack">
        {question && plan.read.encoding === undefined && (
          <EncodingQuestion
            question={question}
            working={draft.work !== null}
            onTake={(encoding) => draft.read({ ...plan.read, encoding })}
            locale={locale}
          />
        )}
        <DataTable label={words.table} stacked>
          <thead>
            <tr>
              {tables.length > 1 && <th scope="col">{words.tables.take}</th>}
              <th scope="col">{words.tables.name}</th>
              <th scope="col">{words.tables.how}</th>
              <th scope="col">{words.tables.notes}</th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <tr key={table.name}>
                {tables.length > 1 && (
                  <td data-label={words.tables.take}>
                    <input
                      type="checkbox"
                      aria-label={words.take(table.name)}
                      checked={!plan.withoutTables.includes(table.name)}
                      onChange={(event) => take(table.name, event.target.checked)}
                    />
                  </td>
                )}
                <th scope="row">
                  <bdi className={styles.break}>{table.name}</bdi>
                </th>
                <td data-label={words.tables.how}>{howRead(table, locale)}</td>
                <td data-label={words.tables.notes} className={cell.muted}>
                  <Notes notes={table.notes} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        {tables.length > 0 && plan.withoutTables.length >= tables.length && (
          <Notice kind="warning">{words.noneLeft}</Notice>
        )}
        <ReadingForm draft={draft} isText={tables.some(({ format }) => format === 'csv')} locale={locale} />
        {tables.map((table, index) => (
          <Preview key={table.name} table={table} names={names[index] ?? []} locale={locale} />
        ))}
      </div>
    </Card>
  );
}

function ReadingForm({ draft, isText, locale }: { draft: ImportDraft; isText: boolean; locale: Locale }) {
  const words = importMessages[locale].files;
  const { read } = draft.plan;
  const [encoding, setEncoding] = useState(read.encoding ?? '');
  const [delimiter, setDelimiter] = useState<string>(read.delimiter ?? '');
  const [header, setHeader] = useState(read.headerRow === undefined ? '' : String(read.headerRow));
  const again = () => {
    const row = /^\d{1,4}$/.test(header.trim()) ? Math.min(1_000, Number(header)) : undefined;
    draft.read({
      ...(encoding === '' ? {} : { encoding }),
      ...(delimiter === '' ? {} : { delimiter: delimiter as ',' }),
      ...(row === undefined ? {} : { headerRow: row }),
    });
  };
  return (
    <details className={styles.folded}>
      <summary>{words.reading}</summary>
      <div className={styles.inside}>
        <div className={styles.grid}>
          {isText && (
            <>
              <SelectField
                label={words.encoding}
                value={encoding}
                options={[
                  { value: '', label: words.auto },
                  ...encodingNames.map((name) => ({ value: name, label: name.toUpperCase() })),
                ]}
                onChange={setEncoding}
              />
              <SelectField
                label={words.delimiter}
                value={delimiter}
                options={[
                  { value: '', label: words.auto },
                  ...Object.entries(words.delimiters).map(([value, label]) => ({ value, label })),
                ]}
                onChange={setDelimiter}
              />
            </>
          )}
          <LineField
            label={words.header}
            hint={words.headerHelp}
            value={header}
            most={4}
            onChange={setHeader}
          />
        </div>
        <div>
          <Button aria-disabled={draft.work !== null} onClick={again}>
            {words.again}
          </Button>
        </div>
        <p className={styles.hint}>{words.againHelp}</p>
      </div>
    </details>
  );
}

type PreviewProps = { table: TableSketch; names: readonly string[]; locale: Locale };

/** The first rows of a table, drawn once they are asked for. */
function Preview({ table, names, locale }: PreviewProps) {
  const words = importMessages[locale].files;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={id}>
        {words.preview(table.sample.length)} <bdi className="muted">{table.name}</bdi>
      </summary>
      {open && (
        <div className={styles.inside}>
          <DataTable label={words.previewTable(table.name)} className={reportStyles.preview}>
            <thead>
              <tr>
                <th scope="col" className={cell.num}>
                  {words.row}
                </th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.sample.map(({ number, cells }) => (
                <tr key={number}>
                  <th scope="row" className={cell.num}>
                    {number}
                  </th>
                  {names.map((name, at) => (
                    <td key={name}>
                      <span className={reportStyles.cell}>{cells[at]}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </DataTable>
        </div>
      )}
    </details>
  );
}
