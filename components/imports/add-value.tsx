import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { storedCodesOf, termLabel } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import { importMessages } from '@/lib/i18n/messages/imports';
import { foldValue } from '@/lib/imports/convert/codes';
import type { Crosswalk } from '@/lib/imports/plan';
import { LineField, SelectField } from './field';
import styles from './imports.module.css';
import { type Coded, withEntry } from './mapping/crosswalks';
import type { ImportDraft } from './use-import-draft';

type AddValueProps = {
  coded: Coded;
  entries: Crosswalk['entries'];
  /** What the field is called. */
  name: string;
  edit: ImportDraft['edit'];
  /** A value was added. */
  onAdded: () => void;
  locale: Locale;
};

/** How many values a crosswalk takes, and of how many characters. */
const most = { entries: 5_000, characters: 400 };
/** Stands for "no code" where '' stands for nothing chosen. */
const nothing = 'nothing ';

/** A value that was not met in the first rows, and what it is coded as. */
export function AddValue({ coded, entries, name, edit, onAdded, locale }: AddValueProps) {
  const words = importMappingMessages[locale].entries;
  const { codes } = importMessages[locale];
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<{ of: 'value' | 'code'; text: string } | null>(null);
  const [said, setSaid] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const text = value.trim();
    const wrong = wrongWith(text);
    setProblem(wrong);
    form.current?.querySelector<HTMLElement>(wrong?.of === 'code' ? 'select' : 'input')?.focus();
    if (wrong) return setSaid('');
    edit((before) => withEntry(before, coded.name, text, code === nothing ? [] : [code]));
    setSaid(words.added(text, code === nothing ? codes.nothing : termLabel(coded.vocabulary, code, locale)));
    setValue('');
    setCode('');
    onAdded();
  };
  const wrongWith = (text: string): typeof problem => {
    if (text === '') return { of: 'value', text: words.noValue };
    if (entries.some(({ from }) => foldValue(from) === foldValue(text)))
      return { of: 'value', text: words.there };
    if (entries.length >= most.entries) return { of: 'value', text: words.tooMany };
    return code === '' ? { of: 'code', text: words.noCode } : null;
  };
  return (
    <form ref={form} noValidate onSubmit={add}>
      <fieldset className={styles.group}>
        <legend>{words.title}</legend>
        <div className={styles.grid}>
          <LineField
            label={words.value}
            problem={problem?.of === 'value' ? problem.text : undefined}
            value={value}
            most={most.characters}
            onChange={(text) => {
              setValue(text);
              setProblem(null);
            }}
          />
          <SelectField
            label={words.code}
            problem={problem?.of === 'code' ? problem.text : undefined}
            value={code}
            options={[
              { value: '', label: words.choose },
              { value: nothing, label: codes.nothing },
              ...storedCodesOf(coded.vocabulary).map((one) => ({
                value: one as string,
                label: termLabel(coded.vocabulary, one, locale),
              })),
            ]}
            onChange={(next) => {
              setCode(next);
              setProblem(null);
            }}
            end={
              <Button type="submit" aria-label={words.addOf(name)}>
                {words.add}
              </Button>
            }
          />
        </div>
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </fieldset>
    </form>
  );
}
