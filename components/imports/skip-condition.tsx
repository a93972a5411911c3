import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import { LineField, SelectField } from './field';
import styles from './imports.module.css';
import { mostSkips, type Skip, valuesIn, withSkipAt } from './mapping/skips';
import mappingStyles from './mapping.module.css';
import type { SampleTable } from './tables';
import type { ImportDraft } from './use-import-draft';

type SkipConditionProps = {
  skip: Skip;
  at: number;
  draft: ImportDraft;
  columns: readonly string[];
  tables: readonly SampleTable[];
  onRemove: () => void;
  locale: Locale;
};

/** How many values of the first rows are offered. */
const mostOffered = 12;

/** One condition: a column, and the values at which its rows are passed over, each with a box to tick. */
export function SkipCondition({ skip, at, draft, columns, tables, onRemove, locale }: SkipConditionProps) {
  const words = importMappingMessages[locale].skip;
  const { column, values } = skip;
  // What was ticked once can be ticked again.
  const [known, setKnown] = useState(values);
  const met = valuesIn(tables, column);
  // In a column of texts that are all different there is nothing to choose from.
  const offered = [...met]
    .filter(([value, n]) => value.length <= mostSkips.characters && (n > 1 || met.size <= mostOffered))
    .flatMap(([value]) => (value === '' ? [] : [value]))
    .slice(0, mostOffered);
  const listed = [...new Set(['', ...offered, ...known, ...values])];
  const path = `mapping.skip.${at}`;
  const problem = draft.faults.find(({ field }) => field.startsWith(`${path}.values`))?.message;
  const problemId = `skip-${at}-problem`;
  const put = (change: Partial<Skip>) => draft.edit((before) => withSkipAt(before, at, change));
  const tick = (value: string, isOn: boolean) => {
    setKnown(listed);
    put({ values: isOn ? [...values, value] : values.filter((one) => one !== value) });
  };
  return (
    <fieldset className={styles.group} aria-describedby={problem ? problemId : undefined}>
      <legend>{words.condition(at + 1)}</legend>
      <SelectField
        label={words.column}
        problem={draft.faultAt(`${path}.column`)}
        value={column}
        options={[
          ...(columns.includes(column) ? [] : [{ value: column, label: words.missing(column) }]),
          ...columns.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(next) => {
          setKnown([]);
          put({ column: next, values: [] });
        }}
      />
      <fieldset className={mappingStyles.ticks} aria-describedby={problem ? problemId : undefined}>
        <legend>{words.values}</legend>
        {listed.map((value) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={values.includes(value)}
              aria-invalid={problem ? true : undefined}
              disabled={!values.includes(value) && values.length >= mostSkips.values}
              onChange={(event) => tick(value, event.target.checked)}
            />{' '}
            <bdi className={value === '' ? 'muted' : styles.break}>{value === '' ? words.empty : value}</bdi>{' '}
            {(met.get(value) ?? 0) > 1 && (
              <span className={styles.hint}>{words.counted(met.get(value) ?? 0)}</span>
            )}
          </label>
        ))}
      </fieldset>
      {problem && (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
      <AnotherValue column={column} values={values} onAdd={(value) => tick(value, true)} locale={locale} />
      <div>
        <Button size="small" aria-label={words.removeOf(at + 1, column)} onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </fieldset>
  );
}

type AnotherValueProps = {
  column: string;
  values: readonly string[];
  onAdd: (value: string) => void;
  locale: Locale;
};

/** A value that the first rows do not show. */
function AnotherValue({ column, values, onAdd, locale }: AnotherValueProps) {
  const words = importMappingMessages[locale].skip;
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const value = typed.trim();
    const wrong =
      value === ''
        ? words.noValue
        : values.includes(value)
          ? words.there
          : values.length >= mostSkips.values
            ? words.tooMany
            : undefined;
    setProblem(wrong);
    setSaid(wrong ? '' : words.added(value));
    form.current?.querySelector('input')?.focus();
    if (wrong) return;
    onAdd(value);
    setTyped('');
  };
  return (
    <form ref={form} className={mappingStyles.said} noValidate onSubmit={add}>
      <LineField
        label={words.another}
        problem={problem}
        value={typed}
        most={mostSkips.characters}
        onChange={(text) => {
          setTyped(text);
          setProblem(undefined);
        }}
        end={
          <Button type="submit" aria-label={words.addOf(column)}>
            {words.add}
          </Button>
        }
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </form>
  );
}
